package dev.andon.kernel.command;

import dev.andon.kernel.Prose;
import dev.andon.kernel.ReadinessCheckId;
import org.jspecify.annotations.Nullable;

/** Stands for it that all is ready, or that what is not is known. */
public record SignOffReadinessCheck(
        ReadinessCheckId readinessCheckId, @Prose @Nullable String statement) implements Command {}
