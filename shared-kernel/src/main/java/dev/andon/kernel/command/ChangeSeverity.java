package dev.andon.kernel.command;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Prose;
import dev.andon.kernel.Severity;
import jakarta.validation.constraints.PastOrPresent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says that the incident is worse, or less bad, than thought. */
public record ChangeSeverity(
        IncidentId incidentId,
        Severity severity,
        @Prose @Nullable String reason,
        @PastOrPresent @Nullable Instant occurredAt) implements Command {}
