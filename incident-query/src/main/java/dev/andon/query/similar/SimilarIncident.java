package dev.andon.query.similar;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.ProblemId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident that looks like another one.
 *
 * @param resolution what ended it
 * @param problems what it is linked to
 * @param reasons what adds up to the score
 * @param link how to say that one problem caused both, unless that is said
 */
public record SimilarIncident(
        IncidentId incidentId,
        String title,
        IncidentStatus status,
        Instant startedAt,
        @Nullable String resolution,
        List<ProblemId> problems,
        int score,
        List<Likeness.Reason> reasons,
        @Nullable LinkingRequest link) {

    static SimilarIncident of(Traits asked, Traits other, Likeness likeness) {
        return new SimilarIncident(
                other.incidentId(), other.title(), other.status(), other.startedAt(), other.resolution(),
                other.problems(), likeness.score(), likeness.reasons(),
                asked.isFailure() && other.isFailure() ? LinkingRequest.of(asked, other) : null);
    }
}
