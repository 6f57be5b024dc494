package dev.andon.kernel.command;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Name;
import dev.andon.kernel.Prose;
import jakarta.validation.constraints.PastOrPresent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Records what was told to whom. */
public record PostStakeholderUpdate(
        IncidentId incidentId,
        @Name String audience,
        @Prose String message,
        @Name @Nullable String channel,
        @Nullable Instant nextUpdateDueAt,
        @PastOrPresent @Nullable Instant occurredAt) implements Command {}
