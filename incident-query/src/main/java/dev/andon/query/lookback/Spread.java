package dev.andon.query.lookback;

import dev.andon.kernel.IncidentId;
import dev.andon.query.incidents.Durations;
import dev.andon.query.incidents.Figure;
import dev.andon.query.incidents.Incident;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How one length of time is spread over incidents. A percentile is the nearest rank: of so many lengths in order, the one at
 * that part of their number, rounded up. It is always a length that was measured.
 *
 * @param median the 50th percentile; absent if none was measured
 * @param ninetieth the 90th percentile
 * @param count how many are behind both
 * @param incidents which, the shortest first
 * @param pending how many are still to be measured
 * @param notApplicable how many will never be
 * @param invalid how many are recorded so that they cannot be: they are left out until somebody corrects them
 */
public record Spread(
        @Nullable Duration median,
        @Nullable Duration ninetieth,
        int count,
        List<IncidentId> incidents,
        int pending,
        int notApplicable,
        int invalid) {

    private static final int MEDIAN = 50;
    private static final int NINETIETH = 90;
    private static final int WHOLE = 100;

    private record Measured(IncidentId incident, Duration length) {}

    static Spread of(List<Incident> incidents, Function<Durations, Figure> which) {
        List<Measured> measured = incidents.stream()
                .flatMap(incident -> measured(incident, which.apply(incident.durations())).stream())
                .sorted(Comparator.comparing(Measured::length).thenComparing(one -> one.incident().number()))
                .toList();
        List<Duration> lengths = measured.stream().map(Measured::length).toList();
        return new Spread(
                percentile(MEDIAN, lengths), percentile(NINETIETH, lengths), lengths.size(),
                measured.stream().map(Measured::incident).toList(),
                in(Figure.State.PENDING, incidents, which), in(Figure.State.NOT_APPLICABLE, incidents, which),
                in(Figure.State.INVALID, incidents, which));
    }

    /** @param inOrder the shortest first */
    static @Nullable Duration percentile(int percent, List<Duration> inOrder) {
        int rank = Math.ceilDiv(percent * inOrder.size(), WHOLE);
        return inOrder.isEmpty() ? null : inOrder.get(rank - 1);
    }

    private static List<Measured> measured(Incident incident, Figure figure) {
        Duration length = figure.value();
        return length == null ? List.of() : List.of(new Measured(incident.incidentId(), length));
    }

    private static int in(Figure.State state, List<Incident> incidents, Function<Durations, Figure> which) {
        return (int) incidents.stream()
                .filter(incident -> which.apply(incident.durations()).state() == state)
                .count();
    }
}
