package dev.andon.kernel.event;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.RunbookId;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody did what a runbook says. {@code runbook} and {@code instruction} say what its name and the step were then. */
public record RunbookStepExecuted(
        IncidentId incidentId,
        RunbookId runbookId,
        int version,
        int step,
        String runbook,
        String instruction,
        @Nullable String note,
        Instant occurredAt) implements IncidentEvent {

    @Override
    public Set<Tag> tags() {
        return Tag.of(incidentId, runbookId);
    }
}
