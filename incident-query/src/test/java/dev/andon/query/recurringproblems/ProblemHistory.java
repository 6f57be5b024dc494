package dev.andon.query.recurringproblems;

import dev.andon.query.History;
import dev.andon.query.incidents.Incident;
import dev.andon.query.incidents.IncidentsProjection;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.Viewpoint;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The problems that a history tells of, without a store. */
public final class ProblemHistory {

    private ProblemHistory() {}

    public static List<Problem> problemsIn(History history) {
        return problemsIn(history, new Viewpoint(Long.MAX_VALUE, Instant.parse("2026-12-31T00:00:00Z"), null));
    }

    public static List<Problem> problemsIn(History history, Viewpoint viewpoint) {
        var incidents = history.documents(new IncidentsProjection());
        return history.documents(new ProblemsProjection()).values().stream()
                .flatMap(document -> Problem.of(
                        document,
                        document.linked().stream()
                                .map(id -> incidents.get(DocumentKey.single(id.value())))
                                .flatMap(Stream::ofNullable)
                                .flatMap(incident -> Incident.of(incident, viewpoint).stream())
                                .toList(),
                        viewpoint).stream())
                .toList();
    }
}
