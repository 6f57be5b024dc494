package dev.andon.kernel.event;

import dev.andon.kernel.FindingId;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Tag;
import dev.andon.kernel.Verdict;
import java.time.Instant;
import java.util.Set;

/** A hypothesis got a verdict. A ruled-out one stays on the timeline: it is how the team learned. */
public record HypothesisAssessed(
        IncidentId incidentId,
        FindingId findingId,
        Verdict verdict,
        String reason,
        Instant occurredAt) implements IncidentEvent {

    @Override
    public Set<Tag> tags() {
        return Tag.of(incidentId, findingId);
    }
}
