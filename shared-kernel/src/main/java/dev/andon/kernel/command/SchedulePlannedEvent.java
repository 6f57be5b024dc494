package dev.andon.kernel.command;

import dev.andon.kernel.Line;
import dev.andon.kernel.Name;
import dev.andon.kernel.PlannedEventId;
import dev.andon.kernel.Prose;
import dev.andon.kernel.ReadinessCheckId;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what will happen when, what it will ask of which services, and whom to call. */
public record SchedulePlannedEvent(
        PlannedEventId plannedEventId,
        @Line String title,
        Instant from,
        Instant to,
        @Prose String expectedLoad,
        @Size(min = 1, max = 50) List<@Name String> services,
        @Size(min = 1, max = 50) List<@Name String> contacts,
        @Nullable ReadinessCheckId readinessCheckId) implements Command {

    public SchedulePlannedEvent {
        services = List.copyOf(services);
        contacts = List.copyOf(contacts);
    }
}
