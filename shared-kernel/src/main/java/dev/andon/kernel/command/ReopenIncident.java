package dev.andon.kernel.command;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Prose;
import jakarta.validation.constraints.PastOrPresent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says that it was not over. */
public record ReopenIncident(
        IncidentId incidentId,
        @Prose String reason,
        @PastOrPresent @Nullable Instant occurredAt) implements Command {}
