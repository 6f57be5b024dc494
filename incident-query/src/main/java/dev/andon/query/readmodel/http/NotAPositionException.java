package dev.andon.query.readmodel.http;

import org.jspecify.annotations.Nullable;

/** What {@code Andon-Min-Position} demands is no position; the message says what is. */
public final class NotAPositionException extends RuntimeException {

    NotAPositionException(@Nullable Throwable cause) {
        super("must be one position: a whole number that is not negative", cause);
    }
}
