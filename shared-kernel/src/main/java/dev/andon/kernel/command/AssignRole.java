package dev.andon.kernel.command;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Name;
import dev.andon.kernel.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Gives a person a role in the response. */
public record AssignRole(
        IncidentId incidentId,
        Role role,
        @Name String assignee,
        @Nullable Instant occurredAt) implements Command {}
