package dev.andon.query.similar;

import dev.andon.kernel.IncidentId;
import dev.andon.query.http.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Incidents of a period that are linked to no problem, and what each looks like most: the ones that somebody should look at
 * who wants to know what comes back.
 *
 * @param unlinked how many of the period's incidents are linked to no problem
 * @param compared how many of those were looked at, the newest ones
 * @param alike how many pairs look alike
 * @param pairs those that look most alike
 */
public record Lookalikes(int unlinked, int compared, int alike, List<Pair> pairs) {

    private static final int MOST_COMPARED = 500;
    private static final int MOST_SHOWN = 20;

    /** The same words on different services, or the same service and every second telling word. */
    private static final int ALIKE = 45;

    /**
     * Two incidents that look alike, the one that is linked to no problem first.
     *
     * @param titleOfThat the title of the one that it looks like
     * @param reasons what adds up to the score
     * @param link how to say that one problem caused both
     */
    public record Pair(
            IncidentId incidentId,
            String title,
            IncidentId looksLike,
            String titleOfThat,
            int score,
            List<Likeness.Reason> reasons,
            LinkingRequest link) {}

    private record Match(int one, int other, int score) {}

    static Lookalikes among(Comparison comparison, Vocabulary vocabulary, Period period) {
        List<Traits> all = comparison.all();
        List<Integer> unlinked = IntStream.iterate(all.size() - 1, index -> index >= 0, index -> index - 1)
                .filter(index -> all.get(index).isFailure() && all.get(index).problems().isEmpty())
                .filter(index -> period.contains(all.get(index).startedAt()))
                .boxed()
                .toList();
        List<Integer> compared = unlinked.stream().limit(MOST_COMPARED).toList();
        var candidates = new Candidates(comparison, vocabulary);
        Map<List<Integer>, Match> matches = new LinkedHashMap<>();
        for (int one : compared) {
            best(one, candidates, comparison).ifPresent(match -> matches.putIfAbsent(
                    List.of(Math.min(one, match.other()), Math.max(one, match.other())), match));
        }
        var best = new ArrayList<>(matches.values());
        best.sort(Comparator.comparingInt(Match::score).thenComparingInt(Match::one).reversed());
        return new Lookalikes(
                unlinked.size(), compared.size(), best.size(),
                best.stream().limit(MOST_SHOWN).map(match -> pair(match, comparison)).toList());
    }

    /** Of those that look equally alike, the first that is linked to a problem, or else the first. */
    private static Optional<Match> best(int one, Candidates candidates, Comparison comparison) {
        return candidates.of(one)
                .mapToObj(other -> new Match(one, other, comparison.score(one, other)))
                .filter(match -> match.score() >= ALIKE)
                .max(Comparator.comparingInt(Match::score)
                        .thenComparing(match -> !comparison.all().get(match.other()).problems().isEmpty())
                        .thenComparing(Match::other, Comparator.reverseOrder()));
    }

    private static Pair pair(Match match, Comparison comparison) {
        Traits one = comparison.all().get(match.one());
        Traits other = comparison.all().get(match.other());
        Likeness likeness = comparison.likeness(match.one(), match.other());
        LinkingRequest link = LinkingRequest.of(one, other);
        if (link == null) {
            throw new IllegalStateException("%s is linked to a problem".formatted(one.incidentId()));
        }
        return new Pair(
                one.incidentId(), one.title(), other.incidentId(), other.title(), likeness.score(), likeness.reasons(),
                link);
    }
}
