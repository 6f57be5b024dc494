package dev.andon.kernel.command;

import dev.andon.kernel.Prose;
import dev.andon.kernel.ReadinessAnswer;
import dev.andon.kernel.ReadinessCheckId;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** Says whether an item of a readiness check is so. */
public record AnswerReadinessItem(
        ReadinessCheckId readinessCheckId,
        @Min(1) int item,
        ReadinessAnswer answer,
        @Prose @Nullable String note) implements Command {}
