package dev.andon.benchmarks.queries;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param events in the log
 * @param incidents over which they are shared out
 * @param rounds that count, where something is done in turns; one more goes first to warm up
 * @param asked how often each question is asked
 * @param appended how many events are waited for until they are seen
 * @param subscribers that listen at the same time
 */
record Plan(String name, long events, int incidents, int rounds, int asked, int appended, int subscribers) {

    static final Duration BETWEEN_APPENDS = Duration.ofMillis(20);

    static Plan of(String... arguments) {
        return switch (String.join(" ", arguments)) {
            case "" -> new Plan("standard", 1_000_000, 10_000, 4, 300, 500, 5_000);
            case "--quick" -> new Plan("quick", 100_000, 1_000, 1, 100, 200, 1_000);
            default -> throw new IllegalArgumentException("Usage: benchmarks/run queries [--quick]");
        };
    }
}
