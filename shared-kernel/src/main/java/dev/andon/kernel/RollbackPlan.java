package dev.andon.kernel;

import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How to undo a change, how long that should take, and when somebody last tried. */
public record RollbackPlan(
        @Size(max = 100) List<@Prose String> steps,
        @Nullable Duration estimatedDuration,
        @PastOrPresent @Nullable Instant lastRehearsedAt) {

    public RollbackPlan {
        steps = List.copyOf(steps);
    }
}
