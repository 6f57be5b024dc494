package dev.andon.kernel.command;

import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.Name;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Gives an action item an owner. */
public record AssignActionItem(
        ActionItemId actionItemId,
        @Name String owner,
        @Nullable Instant dueAt) implements Command {}
