package dev.andon.command.decision;

import dev.andon.kernel.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds a command.
 *
 * @param now when something happened if the caller does not say
 */
public record Circumstances(Instant now, Actor actor) {

    public Instant orNow(@Nullable Instant given) {
        return given == null ? now : given;
    }
}
