package dev.andon.kernel.command;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Prose;
import dev.andon.kernel.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says that the incident is worse, or less bad, than thought. */
public record ChangeSeverity(
        IncidentId incidentId,
        Severity severity,
        @Prose @Nullable String reason,
        @Nullable Instant occurredAt) implements Command {}
