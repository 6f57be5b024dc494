package dev.andon.kernel.command;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Prose;
import jakarta.validation.constraints.PastOrPresent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says that customers are hurt less, or no longer, though the cause may remain. */
public record MitigateIncident(
        IncidentId incidentId,
        @Prose @Nullable String summary,
        @PastOrPresent @Nullable Instant occurredAt) implements Command {}
