package dev.andon.kernel.command;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Prose;
import dev.andon.kernel.RunbookId;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PastOrPresent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Records that somebody did what a runbook says; without a version, what its latest one says. */
public record ExecuteRunbookStep(
        IncidentId incidentId,
        RunbookId runbookId,
        @Min(1) @Nullable Integer version,
        @Min(1) int step,
        @Prose @Nullable String note,
        @PastOrPresent @Nullable Instant occurredAt) implements Command {}
