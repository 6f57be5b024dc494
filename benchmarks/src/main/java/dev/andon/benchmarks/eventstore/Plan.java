package dev.andon.benchmarks.eventstore;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much is measured. Every plan has the rows of the promises; they differ in how sure one can be of them, and in how much
 * of the matrix around them is filled.
 *
 * @param rounds that count; one more goes first to warm up. Of what is promised, three times as many
 * @param large how many events there are in a large log, beside a small one
 * @param matrix what is measured beside the promises
 * @param largeMatrix whether in a large log, too
 */
record Plan(
        String name,
        int rounds,
        Duration round,
        Duration openLoop,
        long large,
        List<Workload> matrix,
        boolean largeMatrix) {

    static final long SMALL = 10_000;
    static final List<Integer> PAYLOADS = List.of(256, 2_048);
    static final Workload MANY_WRITERS = new Workload(256, 64, 1);
    static final Workload ONE_WRITER = new Workload(256, 1, 1);

    static Plan quick() {
        return new Plan("quick", 3, Duration.ofMillis(400), Duration.ofSeconds(1), 100_000,
                List.of(new Workload(2_048, 64, 1), new Workload(256, 8, 10)), false);
    }

    static Plan promises() {
        Plan standard = standard();
        return new Plan("promises", standard.rounds, standard.round, standard.openLoop, standard.large, List.of(),
                false);
    }

    static Plan standard() {
        return new Plan("standard", 5, Duration.ofMillis(800), Duration.ofSeconds(3), 1_000_000, everyWorkload(),
                false);
    }

    static Plan full() {
        return new Plan("full", 7, Duration.ofMillis(1_500), Duration.ofSeconds(10), 1_000_000, everyWorkload(), true);
    }

    List<Workload> matrix(int payloadBytes) {
        return matrix.stream().filter(workload -> workload.payloadBytes() == payloadBytes).toList();
    }

    /** A disk that others use, too, is slow for seconds at a time: the median of few rounds would tell of that. */
    int roundsOfPromise() {
        return 3 * rounds;
    }

    int rounds(Workload workload) {
        return isPromise(workload) ? roundsOfPromise() : rounds;
    }

    static boolean isPromise(Workload workload) {
        return workload.equals(MANY_WRITERS) || workload.equals(ONE_WRITER);
    }

    /** For the first round. One writer alone appends so seldom that the compiler needs that long to notice it. */
    Duration warmUp() {
        return round.multipliedBy(4);
    }

    /** A tenth: what sorts everything for each question takes as long for the rest as a real server does for all. */
    Plan onStandIn() {
        return new Plan(name, rounds, round, openLoop, Math.max(large / 10, 3 * SMALL), matrix, largeMatrix);
    }

    private static List<Workload> everyWorkload() {
        return PAYLOADS.stream()
                .flatMap(payload -> Stream.of(1, 8, 64).flatMap(
                        writers -> Stream.of(1, 10).map(events -> new Workload(payload, writers, events))))
                .filter(workload -> !isPromise(workload))
                .toList();
    }
}
