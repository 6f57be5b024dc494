package dev.andon.kernel.command;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Prose;
import dev.andon.kernel.RollbackId;
import jakarta.validation.constraints.PastOrPresent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Puts a rolled-back change live again. */
public record ReapplyChange(
        IncidentId incidentId,
        RollbackId rollbackId,
        @Prose String reason,
        @PastOrPresent @Nullable Instant reappliedAt) implements Command {}
