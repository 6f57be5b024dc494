package dev.andon.kernel.command;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Prose;
import jakarta.validation.constraints.PastOrPresent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says that customers are fine again. */
public record ResolveIncident(
        IncidentId incidentId,
        @Prose String summary,
        @PastOrPresent @Nullable Instant occurredAt,
        @PastOrPresent @Nullable Instant impactEndedAt) implements Command {}
