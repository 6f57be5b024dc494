package dev.andon.kernel.event;

import dev.andon.kernel.AnswerId;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One why and its answer, {@code under} the answer it digs into, citing the findings that carry it. */
public record WhyAnswered(
        IncidentId incidentId,
        AnswerId answerId,
        String question,
        String answer,
        @Nullable AnswerId under,
        List<FindingId> cites,
        Instant occurredAt) implements IncidentEvent {

    public WhyAnswered {
        cites = List.copyOf(cites);
    }

    @Override
    public Set<Tag> tags() {
        return Tag.of(incidentId, answerId);
    }
}
