package dev.andon.benchmarks.commands;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param warmUp of each request, before anything counts, from few connections and then from all
 * @param rounds that count
 * @param incidents over which findings are shared out
 * @param findings on the large incident
 * @param turns in which the large incident and a small one are compared
 * @param commands after which the memory is looked at for the last time
 */
record Plan(String name, Duration warmUp, int rounds, Duration round, Duration atLoad, int incidents, int findings,
        int turns,
        int commands) {

    static final double LOAD = 0.7;
    static final int FEW_COMMANDS = 1_000;

    static Plan of(String... arguments) {
        return switch (String.join(" ", arguments)) {
            case "" -> new Plan("standard", Duration.ofSeconds(25), 5, Duration.ofSeconds(3), Duration.ofSeconds(4),
                    500, 10_000, 60, 100_000);
            case "--quick" ->
                new Plan("quick", Duration.ofSeconds(8), 3, Duration.ofSeconds(1), Duration.ofSeconds(2), 200, 10_000,
                        20, 20_000);
            default -> throw new IllegalArgumentException("Usage: benchmarks/run commands [--quick]");
        };
    }
}
