package dev.andon.eventstore;

/** A store cannot be used as it is. The message is for a person, and says what to change. */
public final class StoreRefusedException extends IllegalStateException {

    public StoreRefusedException(String whatToChange) {
        super(whatToChange);
    }

    public StoreRefusedException(String whatToChange, Throwable cause) {
        super(whatToChange, cause);
    }
}
