package dev.andon.kernel.command;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.MitigationEffect;
import dev.andon.kernel.Name;
import dev.andon.kernel.Prose;
import jakarta.validation.constraints.PastOrPresent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Records an act that was meant to lessen the harm. */
public record ApplyMitigation(
        IncidentId incidentId,
        @Prose String description,
        MitigationEffect effect,
        @Name @Nullable String service,
        @PastOrPresent @Nullable Instant occurredAt) implements Command {}
