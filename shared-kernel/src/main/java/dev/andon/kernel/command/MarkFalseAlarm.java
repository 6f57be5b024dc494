package dev.andon.kernel.command;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Prose;
import jakarta.validation.constraints.PastOrPresent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says that nothing was wrong, and what it cost to find that out. */
public record MarkFalseAlarm(
        IncidentId incidentId,
        @Prose String reason,
        @Prose @Nullable String cost,
        @PastOrPresent @Nullable Instant occurredAt) implements Command {}
