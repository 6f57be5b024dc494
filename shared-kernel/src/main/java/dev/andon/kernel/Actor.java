package dev.andon.kernel;

import org.jspecify.annotations.Nullable;

/** Who did it: a person, or a bot ({@code via}) acting for a person. */
public record Actor(@Name String id, @Name @Nullable String via) {

    /** Stands in for the author of an anonymous note. */
    public static final Actor ANONYMOUS = new Actor("anonymous", null);
}
