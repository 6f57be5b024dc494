package dev.andon.kernel.command;

import dev.andon.kernel.IncidentId;
import jakarta.validation.constraints.PastOrPresent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says that an incident is the same as another one, which goes on. */
public record MergeIncident(
        IncidentId incidentId,
        IncidentId into,
        @PastOrPresent @Nullable Instant occurredAt) implements Command {}
