package dev.andon.kernel.command;

import dev.andon.kernel.Detection;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Line;
import dev.andon.kernel.Name;
import dev.andon.kernel.Prose;
import dev.andon.kernel.Severity;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Declares that something hurts, or may hurt, a customer. */
public record DeclareIncident(
        IncidentId incidentId,
        @Line String title,
        Severity severity,
        @Size(min = 1, max = 50) List<@Name String> services,
        Detection detection,
        @PastOrPresent @Nullable Instant impactStartedAt,
        @PastOrPresent @Nullable Instant occurredAt,
        @Prose @Nullable String summary,
        @Nullable Boolean drill) implements Command {

    public DeclareIncident {
        services = List.copyOf(services);
    }
}
