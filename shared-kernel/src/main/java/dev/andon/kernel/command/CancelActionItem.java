package dev.andon.kernel.command;

import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.Prose;

/** Says that the work will not be done, and why. */
public record CancelActionItem(ActionItemId actionItemId, @Prose String reason) implements Command {}
