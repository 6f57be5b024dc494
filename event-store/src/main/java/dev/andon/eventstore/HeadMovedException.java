package dev.andon.eventstore;

/** Another commit took the place behind the expected head. Nothing was lost: read the head again, check, append again. */
public final class HeadMovedException extends RuntimeException {

    public HeadMovedException(Head expected) {
        super("Another commit follows position " + expected.position());
    }
}
