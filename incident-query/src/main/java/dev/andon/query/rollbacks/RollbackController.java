package dev.andon.query.rollbacks;

import dev.andon.apidocs.CommonHeaders;
import dev.andon.apidocs.ProblemTypes;
import dev.andon.kernel.RollbackId;
import dev.andon.kernel.event.RollbackStarted;
import dev.andon.query.followup.RollbackAccount;
import dev.andon.query.http.Format;
import dev.andon.query.http.PathVariables;
import dev.andon.query.http.Question;
import dev.andon.query.http.Viewpoints;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.timeline.Entry;
import dev.andon.query.timeline.IncidentHistories;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** One rollback, where the answer to whoever started it leads. */
@RestController
public final class RollbackController {

    public static final List<Question> QUESTIONS = List.of(new Question(
            "/api/v1/incidents/{incidentId}/rollbacks/{rollbackId}", "rollback", "Questions: Incidents", "One rollback",
            "From its start to what became of the change, and how long it took against its plan.",
            RollbackAccount.class, List.of(Format.JSON),
            List.of(
                    Question.Named.INCIDENT,
                    new Question.Named("rollbackId", RollbackId.class, "RB-2M9D", ProblemTypes.ROLLBACK_NOT_FOUND)),
            Viewpoints.PARAMETERS, List.of(CommonHeaders.ETAG)));

    private final IncidentHistories histories;

    public RollbackController(ReadModel<Entry> entries, Viewpoints viewpoints) {
        this.histories = new IncidentHistories(entries, viewpoints);
    }

    @GetMapping("/api/v1/incidents/{incidentId}/rollbacks/{rollbackId}")
    Mono<ResponseEntity<byte[]>> rollback(
            @PathVariable String incidentId, @PathVariable String rollbackId, ServerWebExchange exchange) {
        RollbackId id = PathVariables.rollback(rollbackId);
        return histories.answered(incidentId, exchange, history -> RollbackAccount.of(
                history.beginning(
                        RollbackStarted.class, rollback -> rollback.rollbackId().equals(id), "rollback", id),
                history.timeline()));
    }
}
