package dev.andon.kernel.command;

import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.Prose;
import org.jspecify.annotations.Nullable;

/** Says that the work is done. */
public record CompleteActionItem(ActionItemId actionItemId, @Prose @Nullable String note) implements Command {}
