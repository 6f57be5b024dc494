package dev.andon.command.decision;

import dev.andon.kernel.Identifier;

/** The path names something that was never recorded. */
public final class NotFound extends RuntimeException {

    private final String kind;

    /** @param kind what was looked for, in words: {@code incident}, {@code action item} */
    public NotFound(String kind, Identifier identifier) {
        this(kind, identifier.value());
    }

    public NotFound(String kind, String identifier) {
        super("There is no %s %s".formatted(kind, identifier));
        this.kind = kind;
    }

    public String kind() {
        return kind;
    }
}
