package dev.andon.kernel;

import org.jspecify.annotations.Nullable;

/** How the organisation found out, in its own words where it likes. */
public record Detection(DetectionSource source, @Prose @Nullable String detail) {}
