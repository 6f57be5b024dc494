package dev.andon.kernel.command;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Name;
import dev.andon.kernel.Prose;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records when, where and how badly customers were hurt. */
public record RecordImpact(
        IncidentId incidentId,
        @Size(min = 1, max = 50) List<@Name String> services,
        @PastOrPresent Instant from,
        @PastOrPresent @Nullable Instant to,
        @Min(0) @Max(100) @Nullable Integer degradedPercent,
        @Prose @Nullable String description) implements Command {

    public RecordImpact {
        services = List.copyOf(services);
    }
}
