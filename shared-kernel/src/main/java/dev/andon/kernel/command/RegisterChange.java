package dev.andon.kernel.command;

import dev.andon.kernel.ChangeId;
import dev.andon.kernel.Name;
import dev.andon.kernel.Prose;
import dev.andon.kernel.RollbackPlan;
import jakarta.validation.constraints.PastOrPresent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Registers something that was put into production. */
public record RegisterChange(
        ChangeId changeId,
        @Name String service,
        @Name String version,
        @Prose String description,
        @PastOrPresent Instant deployedAt,
        @Nullable RollbackPlan rollbackPlan) implements Command {}
