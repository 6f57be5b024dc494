package dev.andon.kernel.command;

import dev.andon.kernel.FindingId;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Prose;
import dev.andon.kernel.Verdict;
import jakarta.validation.constraints.PastOrPresent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Gives a verdict on a hypothesis, with the reason. */
public record AssessHypothesis(
        IncidentId incidentId,
        FindingId findingId,
        Verdict verdict,
        @Prose String reason,
        @PastOrPresent @Nullable Instant occurredAt) implements Command {}
