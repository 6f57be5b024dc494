package dev.andon.kernel.command;

import dev.andon.kernel.AnswerId;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Prose;
import dev.andon.kernel.RootCauseCategory;
import org.jspecify.annotations.Nullable;

/** Names a root cause. */
public record IdentifyRootCause(
        IncidentId incidentId,
        @Prose String statement,
        RootCauseCategory category,
        @Nullable AnswerId under) implements Command {}
