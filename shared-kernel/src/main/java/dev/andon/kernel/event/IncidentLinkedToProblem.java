package dev.andon.kernel.event;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Set;

/** This problem caused this incident. */
public record IncidentLinkedToProblem(
        ProblemId problemId,
        IncidentId incidentId,
        Instant occurredAt) implements IncidentEvent, ProblemEvent {

    @Override
    public Set<Tag> tags() {
        return Tag.of(problemId, incidentId);
    }
}
