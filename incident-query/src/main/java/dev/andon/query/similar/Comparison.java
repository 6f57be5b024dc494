package dev.andon.query.similar;

import dev.andon.query.similar.Likeness.Kind;
import dev.andon.query.similar.Likeness.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares incidents with each other. Up to 40 points are for the words of title and summary, 25 for the services, 20 for the
 * words of hypotheses and root causes, 15 for the root causes' category. What nobody has recorded adds nothing: two incidents
 * are not alike because nothing is known of either.
 */
final class Comparison {

    private static final int WORDS = 40;
    private static final int SERVICES = 25;
    private static final int CAUSES = 20;
    private static final int CATEGORY = 15;
    private static final int WORDS_SHOWN = 6;

    private final List<Traits> all;
    private final Weights words;
    private final Weights causes;

    /** @param all in an order of their own; it is what their places are counted in */
    Comparison(List<Traits> all, Vocabulary vocabulary) {
        this.all = List.copyOf(all);
        int size = vocabulary.size();
        this.words = new Weights(all, Traits::words, size);
        this.causes = new Weights(all, Traits::causes, size);
    }

    List<Traits> all() {
        return all;
    }

    Weights words() {
        return words;
    }

    Weights causes() {
        return causes;
    }

    int score(int one, int other) {
        Traits mine = all.get(one);
        Traits theirs = all.get(other);
        return points(WORDS, words.likeness(one, other))
                + points(SERVICES, overlap(mine.services(), theirs.services()))
                + points(CAUSES, causes.likeness(one, other))
                + points(CATEGORY, overlap(mine.categories(), theirs.categories()));
    }

    /** The same, with its reasons. */
    Likeness likeness(int one, int other) {
        Traits mine = all.get(one);
        Traits theirs = all.get(other);
        var reasons = new ArrayList<Reason>();
        add(Kind.TITLE_AND_SUMMARY, WORDS, words.likeness(one, other), words.common(one, other, WORDS_SHOWN), reasons);
        add(Kind.SERVICES, SERVICES, overlap(mine.services(), theirs.services()),
                common(mine.services(), theirs.services()), reasons);
        add(Kind.HYPOTHESES_AND_ROOT_CAUSES, CAUSES, causes.likeness(one, other),
                causes.common(one, other, WORDS_SHOWN), reasons);
        add(Kind.ROOT_CAUSE_CATEGORY, CATEGORY, overlap(mine.categories(), theirs.categories()),
                common(mine.categories(), theirs.categories()), reasons);
        return new Likeness(reasons.stream().mapToInt(Reason::points).sum(), reasons);
    }

    private static void add(Kind kind, int most, double share, List<String> common, List<Reason> reasons) {
        int points = points(most, share);
        if (points > 0) {
            reasons.add(new Reason(kind, points, most, common));
        }
    }

    private static int points(int most, double share) {
        return (int) Math.round(most * share);
    }

    /** What they have in common, of all that either has. */
    private static double overlap(Set<?> one, Set<?> other) {
        int common = 0;
        for (Object each : one) {
            common += other.contains(each) ? 1 : 0;
        }
        return common == 0 ? 0 : (double) common / (one.size() + other.size() - common);
    }

    private static List<String> common(Collection<?> one, Collection<?> other) {
        var common = new TreeSet<String>();
        one.stream().filter(other::contains).map(Object::toString).forEach(common::add);
        return List.copyOf(common);
    }
}
