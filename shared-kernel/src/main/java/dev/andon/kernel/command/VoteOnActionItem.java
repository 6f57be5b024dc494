package dev.andon.kernel.command;

import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.Prose;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** Votes on an action item, from 0 (veto) to 5 (will champion it). */
public record VoteOnActionItem(
        ActionItemId actionItemId,
        @Min(0) @Max(5) int score,
        @Prose @Nullable String comment) implements Command {}
