package dev.andon.query.recurringproblems;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.andon.kernel.event.ProblemEvent;
import dev.andon.query.readmodel.Recorded;
import java.time.Instant;

/** One event of a problem as it was recorded. */
public record ProblemEntry(
        long position,
        Instant recordedAt,
        @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY, property = "type") ProblemEvent event) {

    static ProblemEntry of(Recorded recorded, ProblemEvent event) {
        return new ProblemEntry(recorded.position(), recorded.recordedAt(), event);
    }
}
