package dev.andon.query.readmodel;

import org.jspecify.annotations.Nullable;

/**
 * Why a projection does not move on.
 *
 * @param position the event that it cannot apply, or that it could not reach
 * @param eventType what the event is called; null where that is not known
 */
public record ProjectionFailure(long position, @Nullable String eventType, String reason) {

    static ProjectionFailure at(long position, @Nullable String eventType, Throwable cause) {
        String message = cause.getMessage();
        String kind = cause.getClass().getSimpleName();
        return new ProjectionFailure(position, eventType, message == null ? kind : kind + ": " + message);
    }
}
