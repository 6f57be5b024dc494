package dev.andon.kernel;

/** Who may read an entry. */
public enum Visibility {
    INTERNAL,
    PUBLIC
}
