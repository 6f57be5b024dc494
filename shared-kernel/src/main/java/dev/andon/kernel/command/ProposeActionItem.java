package dev.andon.kernel.command;

import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.ActionItemKind;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Line;
import dev.andon.kernel.Name;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Proposes work that comes out of the incident. */
public record ProposeActionItem(
        IncidentId incidentId,
        ActionItemId actionItemId,
        @Line String title,
        ActionItemKind kind,
        @Name @Nullable String owner,
        @Nullable Instant dueAt) implements Command {}
