package dev.andon.command.operations;

import dev.andon.command.decision.Invalid;
import java.time.Instant;

/** A time that ends after it begins. */
final class Period {

    private Period() {}

    static void requireInOrder(Instant from, Instant to) {
        if (!to.isAfter(from)) {
            throw Invalid.field("/to", "must be after from, %s".formatted(from));
        }
    }
}
