package dev.andon.kernel.command;

import dev.andon.kernel.Line;
import dev.andon.kernel.Name;
import dev.andon.kernel.ReadinessCheckId;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;

/** Lists what must be so before a busy period. */
public record OpenReadinessCheck(
        ReadinessCheckId readinessCheckId,
        @Line String title,
        Instant from,
        Instant to,
        @Size(min = 1, max = 50) List<@Name String> services,
        @Size(min = 1, max = 200) List<@Line String> items) implements Command {

    public OpenReadinessCheck {
        services = List.copyOf(services);
        items = List.copyOf(items);
    }
}
