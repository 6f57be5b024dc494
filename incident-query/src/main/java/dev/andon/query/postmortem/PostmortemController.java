package dev.andon.query.postmortem;

import dev.andon.apidocs.CommonHeaders;
import dev.andon.apidocs.ProblemTypes;
import dev.andon.kernel.IncidentId;
import dev.andon.query.http.Answer;
import dev.andon.query.http.Format;
import dev.andon.query.http.PathVariables;
import dev.andon.query.http.QueryParameters;
import dev.andon.query.http.Question;
import dev.andon.query.http.QuestionRefused;
import dev.andon.query.incidents.Incident;
import dev.andon.query.incidents.IncidentDocument;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.readmodel.http.Freshness;
import dev.andon.query.recurringproblems.ProblemDocument;
import dev.andon.query.recurringproblems.ProblemLedger;
import dev.andon.query.timeline.Entry;
import dev.andon.query.timeline.Timeline;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The postmortem's draft. It speaks of other incidents too, through their common problems. */
@RestController
public final class PostmortemController {

    public static final List<Question> QUESTIONS = List.of(new Question(
            "/api/v1/incidents/{incidentId}/postmortem", "postmortem", "Questions: Incidents", "The postmortem's draft",
            "Made from the events at this moment. What nobody has recorded is named in `missing`, and made up nowhere.",
            PostmortemDraft.class, List.of(Format.JSON, Format.MARKDOWN),
            new Question.Named("incidentId", IncidentId.class, "INC-1", ProblemTypes.INCIDENT_NOT_FOUND), List.of(),
            List.of(CommonHeaders.ETAG)));

    private final ReadModel<Entry> entries;
    private final ReadModel<IncidentDocument> incidents;
    private final ReadModel<ProblemDocument> problems;
    private final ProblemLedger ledger;

    public PostmortemController(
            ReadModel<Entry> entries, ReadModel<IncidentDocument> incidents, ReadModel<ProblemDocument> problems) {
        this.entries = entries;
        this.incidents = incidents;
        this.problems = problems;
        this.ledger = new ProblemLedger(problems, incidents);
    }

    @GetMapping("/api/v1/incidents/{incidentId}/postmortem")
    Mono<ResponseEntity<byte[]>> postmortem(@PathVariable String incidentId, ServerWebExchange exchange) {
        Format format = Format.wanted(exchange.getRequest(), Format.JSON, Format.MARKDOWN);
        QueryParameters.refuseAll(exchange.getRequest());
        IncidentId incident = PathVariables.incident(incidentId);
        return Freshness.of(exchange, entries, incidents, problems)
                .flatMap(position -> entries.findGroup(incident.value())
                        .collectList()
                        .map(Timeline::of)
                        .flatMap(timeline -> draft(incident, timeline, position)
                                .map(draft -> answer(format, draft, timeline))
                                .doOnNext(_ -> exchange.getResponse().getHeaders().setETag(version(timeline)))));
    }

    private Mono<PostmortemDraft> draft(IncidentId id, Timeline timeline, long position) {
        Incident incident = Incident.of(timeline, timeline.version())
                .orElseThrow(() -> QuestionRefused.notFound("incident", id.value()));
        return Flux.fromIterable(incident.problems())
                .flatMapSequential(problem -> ledger.find(problem, now(position)))
                .collectList()
                .map(related -> PostmortemDraft.of(incident, timeline, related, position));
    }

    private static Viewpoint now(long position) {
        return new Viewpoint(position, Instant.now(), null);
    }

    private static ResponseEntity<byte[]> answer(Format format, PostmortemDraft draft, Timeline timeline) {
        Answer answer = format == Format.MARKDOWN
                ? Answer.text(format, PostmortemMarkdown.document(draft, timeline))
                : Answer.json(draft);
        return answer.entity();
    }

    /** Set beside the answer: nobody may be told "not modified" while a problem of theirs may have caused another incident. */
    private static String version(Timeline timeline) {
        return "\"%d\"".formatted(timeline.version());
    }
}
