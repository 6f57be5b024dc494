package dev.andon.kernel.command;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Prose;
import dev.andon.kernel.RollbackId;
import dev.andon.kernel.RollbackOutcome;
import jakarta.validation.constraints.PastOrPresent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says how a rollback ended. */
public record CompleteRollback(
        IncidentId incidentId,
        RollbackId rollbackId,
        RollbackOutcome outcome,
        @PastOrPresent @Nullable Instant completedAt,
        @Prose @Nullable String note) implements Command {}
