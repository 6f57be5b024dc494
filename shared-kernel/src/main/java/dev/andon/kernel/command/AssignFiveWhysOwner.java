package dev.andon.kernel.command;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Name;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes somebody answer for the root-cause analysis. */
public record AssignFiveWhysOwner(
        IncidentId incidentId,
        @Name String owner,
        @Nullable Instant dueAt) implements Command {}
