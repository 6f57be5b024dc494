package dev.andon.benchmarks.commands;

import dev.andon.benchmarks.VoidFigureException;
import dev.andon.eventstore.LogVerifier;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import java.nio.file.Path;
import java.util.Objects;

/** No figure is worth anything beside a log that does not hold what was acknowledged. */
final class Logs {

    private Logs() {}

    /** @param unanswered how many more may be there, since nobody waited for the answer */
    static void verify(Path directory, long acknowledged, long unanswered) {
        try (var log = SqliteEventLog.openReadOnly(directory)) {
            var verification = Objects.requireNonNull(LogVerifier.verify(log).block());
            long surplus = verification.events() - acknowledged;
            if (!verification.isSound() || surplus < 0 || surplus > unanswered) {
                throw new VoidFigureException("The log is not what it should be with %d acknowledged events: %s"
                        .formatted(acknowledged, verification));
            }
        }
    }
}
