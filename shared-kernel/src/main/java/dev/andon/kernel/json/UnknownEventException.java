package dev.andon.kernel.json;

/** The log holds an event that this version of Andon does not know: a newer one wrote it. */
public final class UnknownEventException extends RuntimeException {

    public UnknownEventException(String name, String version) {
        super("Event %s in version %s is not known here; a newer Andon wrote it. Upgrade this one.".formatted(name,
                version));
    }
}
