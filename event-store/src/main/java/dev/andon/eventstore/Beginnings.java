package dev.andon.eventstore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Remembers of a tag up to which position no event carries it. That stays true for ever, since nothing is ever put in
 * between. It is what tells an incident whose whole life is in memory from one whose declaration just is not there any
 * more: to decide on the second from memory alone would be to decide as if it had never been declared.
 *
 * <p>What was learned first is forgotten first, and learned again if it is asked for: to move a tag to the end whenever a
 * command asks for it costs more, since the garbage collector keeps book of each such move.
 */
final class Beginnings {

    private static final Comparator<Criteria.Clause> FEWEST_TAGS_FIRST = Comparator
            .comparingInt(clause -> clause.tags().size());
    private static final int MAX_TAGS = 10_000;

    private final Map<Tag, Beginning> beginnings = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Tag, Beginning> eldest) {
            return size() > MAX_TAGS;
        }
    };

    /** @param carried whether it is carried right behind that, so that there is no more to be learned */
    private record Beginning(long absentUpTo, boolean carried) {}

    void beginsAt(Tag tag, long position) {
        beginnings.put(tag, new Beginning(position - 1, true));
    }

    void isAbsent(Tag tag, long upTo) {
        beginnings.put(tag, new Beginning(upTo, false));
    }

    /** Whether it is known; "no" says nothing. Loops, since each command asks several times. */
    boolean knowNothingMatches(Criteria criteria, long upTo) {
        for (Criteria.Clause clause : criteria.clauses()) {
            if (!knowNothingMatches(clause, upTo)) {
                return false;
            }
        }
        return true;
    }

    private boolean knowNothingMatches(Criteria.Clause clause, long upTo) {
        for (Tag tag : clause.tags()) {
            if (isKnownToBeAbsent(tag, upTo)) {
                return true;
            }
        }
        return false;
    }

    private boolean isKnownToBeAbsent(Tag tag, long upTo) {
        Beginning beginning = beginnings.get(tag);
        return beginning != null && beginning.absentUpTo() >= upTo;
    }

    private boolean isKnownToBegin(Tag tag) {
        Beginning beginning = beginnings.get(tag);
        return beginning != null && beginning.carried();
    }

    /** Of which tags to learn more in order to know that nothing matches; none if there is no way to come to know it. */
    Set<Tag> worthLearning(Criteria criteria, long upTo) {
        Set<Tag> worth = new HashSet<>();
        for (Criteria.Clause clause : open(criteria, upTo)) {
            Set<Tag> candidates = new HashSet<>(clause.tags());
            candidates.removeIf(this::isKnownToBegin);
            if (candidates.isEmpty()) {
                return Set.of();
            }
            if (Collections.disjoint(candidates, worth)) {
                worth.addAll(candidates);
            }
        }
        return worth;
    }

    /** With the fewest tags first. */
    private List<Criteria.Clause> open(Criteria criteria, long upTo) {
        List<Criteria.Clause> open = new ArrayList<>(criteria.clauses());
        open.removeIf(clause -> knowNothingMatches(clause, upTo));
        open.sort(FEWEST_TAGS_FIRST);
        return open;
    }
}
