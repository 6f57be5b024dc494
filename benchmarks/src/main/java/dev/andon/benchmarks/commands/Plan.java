package dev.andon.benchmarks.commands;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param warmUpRounds before anything counts, half of them from few connections and half from all
 * @param rounds that count
 * @param round so short that what is declared for it is in memory until it ends, or the last part of it would measure the file
 * @param atLoad the same at a part of the pace
 * @param incidents over which findings are shared out
 * @param findings on the large incident
 * @param turns in which the large incident and a small one are compared
 * @param commands after which the memory is looked at for the last time
 */
record Plan(String name, int warmUpRounds, int rounds, Duration round, Duration atLoad, int incidents, int findings,
        int turns,
        int commands) {

    static final double LOAD = 0.7;
    static final int FEW_COMMANDS = 1_000;

    static Plan of(String... arguments) {
        return switch (String.join(" ", arguments)) {
            case "" -> new Plan("standard", 20, 7, Duration.ofSeconds(2), Duration.ofSeconds(3),
                    500, 10_000, 60, 100_000);
            case "--quick" ->
                new Plan("quick", 14, 3, Duration.ofSeconds(1), Duration.ofSeconds(2), 200, 10_000,
                        20, 20_000);
            default -> throw new IllegalArgumentException("Usage: benchmarks/run commands [--quick]");
        };
    }
}
