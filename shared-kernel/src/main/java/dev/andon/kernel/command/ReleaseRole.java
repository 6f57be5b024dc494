package dev.andon.kernel.command;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Name;
import dev.andon.kernel.Role;
import jakarta.validation.constraints.PastOrPresent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Gives a role up, so that it is free. */
public record ReleaseRole(
        IncidentId incidentId,
        Role role,
        @Name String assignee,
        @PastOrPresent @Nullable Instant occurredAt) implements Command {}
