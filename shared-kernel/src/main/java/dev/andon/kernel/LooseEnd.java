package dev.andon.kernel;

import org.jspecify.annotations.Nullable;

/** Something that was not done when an incident was closed all the same; {@code id} is there if it has a name of its own. */
public record LooseEnd(LooseEndKind kind, @Nullable String id) {}
