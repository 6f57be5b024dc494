package dev.andon.query.readmodel;

/**
 * Why a projection does not move on.
 *
 * @param position the event that it cannot apply, or that it could not reach
 */
public record ProjectionFailure(long position, String reason) {

    static ProjectionFailure at(long position, Throwable cause) {
        String message = cause.getMessage();
        String kind = cause.getClass().getSimpleName();
        return new ProjectionFailure(position, message == null ? kind : kind + ": " + message);
    }
}
