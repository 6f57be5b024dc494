package dev.andon.query.document;

/** A template that cannot make its document; the message says which, where, and what to do. */
public final class TemplateRefusedException extends RuntimeException {

    public TemplateRefusedException(String message) {
        super(message);
    }

    TemplateRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
