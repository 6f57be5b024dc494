package dev.andon.query.postmortem;

import dev.andon.apidocs.CommonHeaders;
import dev.andon.apidocs.Json;
import dev.andon.kernel.IncidentId;
import dev.andon.query.document.DocumentWriter;
import dev.andon.query.http.Format;
import dev.andon.query.http.PathVariables;
import dev.andon.query.http.QueryParameters;
import dev.andon.query.http.Question;
import dev.andon.query.http.Viewpoints;
import dev.andon.query.incidents.Incident;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.recurringproblems.Problem;
import dev.andon.query.recurringproblems.ProblemLedger;
import dev.andon.query.text.DisplayZone;
import dev.andon.query.timeline.Entry;
import dev.andon.query.timeline.IncidentHistory;
import dev.andon.query.timeline.Timeline;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The postmortem: the latest published edition, or the draft while there is none. It speaks of other incidents too, through
 * their common problems; those are shown from the same viewpoint, or what is published would change with them.
 */
@RestController
public final class PostmortemController {

    private static final List<Question.Parameter> PARAMETERS = Stream.concat(
            Viewpoints.PARAMETERS.stream(),
            Stream.of(
                    Question.Parameter.flag("draft", "The draft, also if an edition is published."),
                    new Question.Parameter(
                            "edition", Json.object().put("type", "integer").put("minimum", 1),
                            "This published edition; without it, the latest."),
                    Question.Parameter.flag("blameless", "People are shown as their roles, wherever they are named."),
                    Question.Parameter.ZONE))
            .toList();

    public static final List<Question> QUESTIONS = List.of(new Question(
            "/api/v1/incidents/{incidentId}/postmortem", "postmortem", "Questions: Incidents",
            "The postmortem, published or as a draft",
            "An edition that was published never changes, whatever is recorded later. A draft is made from the events at "
                    + "this moment, and what people wrote stands in it; what nobody has recorded is named in `missing`, and "
                    + "made up nowhere.",
            Postmortem.class, DocumentWriter.FORMATS,
            List.of(Question.Named.INCIDENT), PARAMETERS,
            List.of(CommonHeaders.ETAG)));

    private final Viewpoints viewpoints;
    private final DocumentWriter writer;
    private final ReadModel<Entry> entries;
    private final ProblemLedger ledger;
    private final ReadModel<?>[] models;

    public PostmortemController(
            Viewpoints viewpoints,
            DocumentWriter writer,
            ReadModel<Entry> entries,
            ProblemLedger ledger) {
        this.viewpoints = viewpoints;
        this.writer = writer;
        this.entries = entries;
        this.ledger = ledger;
        this.models = Stream.concat(Stream.of(entries), Stream.of(ledger.models())).toArray(ReadModel<?>[]::new);
    }

    @GetMapping("/api/v1/incidents/{incidentId}/postmortem")
    Mono<ResponseEntity<byte[]>> postmortem(@PathVariable String incidentId, ServerWebExchange exchange) {
        Format format = Format.wanted(exchange.getRequest(), DocumentWriter.FORMATS);
        QueryParameters parameters = QueryParameters.of(exchange.getRequest());
        Viewpoints.Asked asked = viewpoints.in(parameters);
        EditionChoice choice = EditionChoice.in(parameters);
        boolean blameless = Boolean.TRUE.equals(parameters.flag("blameless"));
        DisplayZone zone = parameters.zone();
        parameters.refuseOthers();
        IncidentId incident = PathVariables.incident(incidentId);
        return viewpoints.of(exchange, asked, models)
                .flatMap(viewpoint -> entries.findGroup(incident.value())
                        .collectList()
                        .flatMap(recorded -> answer(
                                new Wanted(incident, format, recorded, viewpoint,
                                        choice.among(Edition.in(recorded, viewpoint)), blameless,
                                        // Programs are told instants.
                                        format == Format.JSON ? DisplayZone.UTC : zone),
                                exchange)));
    }

    /** One request. */
    private record Wanted(
            IncidentId incident, Format format, List<Entry> entries, Viewpoint viewpoint, @Nullable Edition edition,
            boolean blameless, DisplayZone zone) {

        Viewpoint shownFrom() {
            return edition == null ? viewpoint : edition.viewpoint();
        }

        long version() {
            return entries.stream().mapToLong(Entry::position).filter(viewpoint::knows).max().orElse(0);
        }
    }

    private Mono<ResponseEntity<byte[]>> answer(Wanted wanted, ServerWebExchange exchange) {
        Viewpoint viewpoint = wanted.shownFrom();
        return related(wanted, viewpoint)
                .flatMap(related -> writer.write(wanted.format(), () -> PostmortemDocument.of(
                        wanted.entries(), viewpoint, related,
                        wanted.edition() == null ? null : wanted.edition().number(), wanted.blameless(),
                        wanted.zone())))
                .doOnNext(_ -> head(wanted, exchange.getResponse().getHeaders(), exchange))
                .map(answer -> answer.entity());
    }

    private Mono<List<Problem>> related(Wanted wanted, Viewpoint viewpoint) {
        Timeline timeline = Timeline.of(wanted.entries(), viewpoint);
        Incident incident = Incident.of(timeline, timeline.version())
                .orElseThrow(() -> IncidentHistory.of(wanted.entries(), wanted.incident(), viewpoint).notDeclaredYet());
        return Flux.fromIterable(incident.problems())
                .flatMapSequential(problem -> ledger.find(problem, viewpoint))
                .collectList();
    }

    /**
     * The version is set beside the answer: nobody may be told "not modified" while a problem of theirs may have caused another
     * incident. That there is more to say than an edition says is no part of it either.
     */
    private static void head(Wanted wanted, HttpHeaders headers, ServerWebExchange exchange) {
        headers.setETag("\"%d\"".formatted(wanted.version()));
        if (wanted.edition() != null && wanted.version() > wanted.edition().viewpoint().position()) {
            headers.add(HttpHeaders.LINK, "<%s?draft=true>; rel=\"working-copy\"".formatted(
                    exchange.getRequest().getPath().value()));
        }
    }
}
