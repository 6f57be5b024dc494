package dev.andon.kernel.event;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.ProblemStatus;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Set;

/** A problem that was {@code FIXED} or {@code VERIFIED} caused another incident. It stands on the timeline of that one, too. */
public record ProblemRecurred(
        ProblemId problemId,
        IncidentId incidentId,
        ProblemStatus was,
        Instant fixedAt,
        Instant occurredAt) implements IncidentEvent, ProblemEvent {

    @Override
    public Set<Tag> tags() {
        return Tag.of(problemId, incidentId);
    }
}
