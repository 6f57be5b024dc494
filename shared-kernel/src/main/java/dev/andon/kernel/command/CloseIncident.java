package dev.andon.kernel.command;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Prose;
import jakarta.validation.constraints.PastOrPresent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says that the learning is done or, with a reason, that it is left as it is. */
public record CloseIncident(
        IncidentId incidentId,
        @Prose @Nullable String reason,
        @PastOrPresent @Nullable Instant occurredAt) implements Command {}
