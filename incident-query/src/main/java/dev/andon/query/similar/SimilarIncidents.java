package dev.andon.query.similar;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.IncidentStatus;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What looks like one incident, the most alike first. False alarms are among it: that it was one last time is worth knowing.
 *
 * @param compared how many it was compared with
 */
public record SimilarIncidents(
        IncidentId incidentId, String title, long position, int compared, List<SimilarIncident> incidents) {

    /** Below it, next to everything looks like everything. */
    private static final int LEAST_SCORE = 20;

    private record Scored(int place, int score) {}

    static SimilarIncidents of(Traits asked, Comparison comparison, int limit, long position) {
        List<Traits> all = comparison.all();
        int place = all.indexOf(asked);
        List<Integer> others = IntStream.range(0, all.size())
                .filter(other -> other != place)
                .filter(other -> !all.get(other).drill() && all.get(other).status() != IncidentStatus.MERGED)
                .boxed()
                .toList();
        return new SimilarIncidents(
                asked.incidentId(), asked.title(), position, others.size(),
                others.stream()
                        .map(other -> new Scored(other, comparison.score(place, other)))
                        .filter(scored -> scored.score() >= LEAST_SCORE)
                        .sorted(Comparator.comparingInt(Scored::score).thenComparingInt(Scored::place).reversed())
                        .limit(limit)
                        .map(scored -> SimilarIncident.of(
                                asked, all.get(scored.place()), comparison.likeness(place, scored.place())))
                        .toList());
    }
}
