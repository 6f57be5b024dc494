package dev.andon.query.findings;

import dev.andon.access.AccessTable;
import dev.andon.access.Identity;
import dev.andon.apidocs.CommonHeaders;
import dev.andon.apidocs.ProblemTypes;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.query.http.Format;
import dev.andon.query.http.PathVariables;
import dev.andon.query.http.Question;
import dev.andon.query.http.Viewpoints;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.timeline.Entry;
import dev.andon.query.timeline.IncidentHistories;
import dev.andon.query.timeline.IncidentHistory;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What somebody found, where the answer to whoever recorded it leads. A reporter may read no timeline, and the verdict on a
 * finding, or its text as others corrected it, is the timeline: they are told what they said themselves, and no more.
 */
@RestController
public final class FindingController {

    public static final List<Question> QUESTIONS = List.of(new Question(
            "/api/v1/incidents/{incidentId}/findings/{findingId}", "finding", "Questions: Incidents", "One finding",
            "What it says, and what became of it: one that was struck out is still there, and says so in `retracted`. Whoever "
                    + "may not read the timeline is told of their own findings alone, and in the words they gave them.",
            Finding.class, List.of(Format.JSON),
            List.of(
                    Question.Named.INCIDENT,
                    new Question.Named("findingId", FindingId.class, "F-7K3Q", ProblemTypes.FINDING_NOT_FOUND)),
            Viewpoints.PARAMETERS, List.of(CommonHeaders.ETAG)));

    private final IncidentHistories histories;

    public FindingController(ReadModel<Entry> entries, Viewpoints viewpoints) {
        this.histories = new IncidentHistories(entries, viewpoints);
    }

    @GetMapping("/api/v1/incidents/{incidentId}/findings/{findingId}")
    Mono<ResponseEntity<byte[]>> finding(
            @PathVariable String incidentId, @PathVariable String findingId, ServerWebExchange exchange) {
        FindingId id = PathVariables.finding(findingId);
        return histories.answered(incidentId, exchange, history -> Finding.of(
                toldTo(Identity.in(exchange.getAttributes()), history).beginning(
                        FindingAdded.class, finding -> finding.findingId().equals(id), "finding", id),
                history.viewpoint().position()));
    }

    private static IncidentHistory toldTo(Identity caller, IncidentHistory history) {
        var timeline = PathContainer.parsePath("/api/v1/incidents/%s/timeline".formatted(history.incidentId()));
        return AccessTable.allows(caller, HttpMethod.GET, timeline) ? history : history.recordedBy(caller.callerId());
    }
}
