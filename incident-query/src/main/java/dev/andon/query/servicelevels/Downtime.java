package dev.andon.query.servicelevels;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How long customers were hurt. What overlaps counts once, at its worst: two incidents at the same moment do not hurt the same
 * customer twice.
 *
 * @param unweighted the time in which they were hurt at all
 * @param weighted the same, each moment weighted by how badly: half an hour degraded by 50 per cent is a quarter of an hour
 */
public record Downtime(Duration unweighted, Duration weighted) {

    private static final int WORST = 100;

    /** A time in which so many per cent of what a service does went wrong. */
    record Span(Instant from, Instant to, int degradedPercent) {}

    /** How many spans of each degradation there are at the moment, as one goes along. */
    private static final class Sweep {

        private final int[] counts = new int[WORST + 1];

        void add(int[] changes) {
            for (int percent = 0; percent <= WORST; percent++) {
                counts[percent] += changes[percent];
            }
        }

        int worst() {
            int percent = WORST;
            while (percent > 0 && counts[percent] == 0) {
                percent--;
            }
            return percent;
        }
    }

    static Downtime of(Collection<Span> spans) {
        NavigableMap<Instant, int[]> changes = new TreeMap<>();
        for (Span span : spans) {
            if (span.from().isBefore(span.to())) {
                changes.computeIfAbsent(span.from(), _ -> new int[WORST + 1])[span.degradedPercent()]++;
                changes.computeIfAbsent(span.to(), _ -> new int[WORST + 1])[span.degradedPercent()]--;
            }
        }
        var sweep = new Sweep();
        Duration hurt = Duration.ZERO;
        Duration hundredfold = Duration.ZERO;
        Instant since = Instant.MIN;
        for (var change : changes.entrySet()) {
            int worst = sweep.worst();
            if (worst > 0) {
                Duration step = Duration.between(since, change.getKey());
                hurt = hurt.plus(step);
                hundredfold = hundredfold.plus(step.multipliedBy(worst));
            }
            sweep.add(change.getValue());
            since = change.getKey();
        }
        return new Downtime(hurt, hundredfold.dividedBy(WORST));
    }
}
