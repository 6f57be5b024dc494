package dev.andon.kernel.command;

import dev.andon.kernel.Health;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Name;
import dev.andon.kernel.Prose;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says how a service is, whether or not anything is wrong. */
public record RecordCheckIn(
        @Nullable IncidentId incidentId,
        @Name String service,
        Health health,
        @Size(max = 50) Map<@Name String, Double> metrics,
        @Prose @Nullable String note,
        @PastOrPresent @Nullable Instant occurredAt) implements Command {

    public RecordCheckIn {
        metrics = Map.copyOf(metrics);
    }
}
