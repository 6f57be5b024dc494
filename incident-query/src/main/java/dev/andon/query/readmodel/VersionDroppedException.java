package dev.andon.query.readmodel;

/** These documents are gone, because another version answers by now. */
public final class VersionDroppedException extends RuntimeException {

    public VersionDroppedException(ModelVersion version) {
        super("The documents of %s are gone; another version has taken over".formatted(version));
    }
}
