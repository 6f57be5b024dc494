package dev.andon.kernel.command;

import dev.andon.kernel.ChangeId;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.Prose;
import jakarta.validation.constraints.PastOrPresent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says what was done to end a problem. */
public record FixProblem(
        ProblemId problemId,
        @Prose String description,
        @Nullable ChangeId changeId,
        @PastOrPresent @Nullable Instant occurredAt) implements Command {}
