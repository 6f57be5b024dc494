package dev.andon.kernel.command;

import dev.andon.kernel.ChangeId;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Prose;
import dev.andon.kernel.RollbackId;
import dev.andon.kernel.RolledBackChange;
import jakarta.validation.constraints.PastOrPresent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Starts to undo a change: a registered one by its id, or one described here. */
public record StartRollback(
        IncidentId incidentId,
        RollbackId rollbackId,
        @Nullable ChangeId changeId,
        @Nullable RolledBackChange change,
        @Prose String reason,
        @PastOrPresent @Nullable Instant startedAt) implements Command {}
