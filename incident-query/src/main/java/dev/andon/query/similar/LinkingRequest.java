package dev.andon.query.similar;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.RootCauseCategory;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What to send so that two incidents that look alike are linked by a problem: one request.
 *
 * @param post the path
 */
public record LinkingRequest(String post, Body body) {

    /**
     * Either names the one incident, or opens a problem for both.
     *
     * @param incidentIds both of them
     */
    public record Body(
            @Nullable IncidentId incidentId,
            @Nullable String title,
            @Nullable List<String> services,
            @Nullable RootCauseCategory rootCauseCategory,
            @Nullable List<IncidentId> incidentIds) {}

    /** Nothing if both are linked to problems already, and somebody has to decide which it is. */
    static @Nullable LinkingRequest of(Traits one, Traits other) {
        if (one.problems().isEmpty() && other.problems().isEmpty()) {
            return opening(one, other);
        } else if (one.problems().isEmpty()) {
            return linking(one.incidentId(), other.problems().getFirst());
        }
        return other.problems().isEmpty() ? linking(other.incidentId(), one.problems().getFirst()) : null;
    }

    private static LinkingRequest linking(IncidentId incident, ProblemId problem) {
        return new LinkingRequest(
                "/api/v1/problems/%s/incidents".formatted(problem), new Body(incident, null, null, null, null));
    }

    private static LinkingRequest opening(Traits one, Traits other) {
        Traits older = one.incidentId().number() < other.incidentId().number() ? one : other;
        Traits newer = older == one ? other : one;
        var services = new TreeSet<>(older.services());
        services.retainAll(newer.services());
        var categories = new TreeSet<>(older.categories());
        categories.retainAll(newer.categories());
        return new LinkingRequest("/api/v1/problems", new Body(
                null, older.title(), List.copyOf(services), categories.size() == 1 ? categories.first() : null,
                List.of(older.incidentId(), newer.incidentId())));
    }
}
