package dev.andon.query.incidents;

import dev.andon.apidocs.CommonHeaders;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.Severity;
import dev.andon.query.http.Answer;
import dev.andon.query.http.Format;
import dev.andon.query.http.Paging;
import dev.andon.query.http.QueryParameters;
import dev.andon.query.http.Question;
import dev.andon.query.http.Viewpoints;
import dev.andon.query.readmodel.DocumentQuery;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.timeline.Entry;
import dev.andon.query.timeline.IncidentHistories;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The state of incidents: one, or a list. */
@RestController
public final class IncidentController {

    public static final List<Question> QUESTIONS = List.of(
            new Question(
                    "/api/v1/incidents", "incidents", "Questions: Incidents", "Incidents, newest first",
                    "The incidents that all of the filters fit, page by page: the next one is at the `Link` with "
                            + "`rel=\"next\"`.",
                    IncidentList.class, List.of(Format.JSON), List.of(),
                    Stream.concat(Stream.of(
                            Question.Parameter.oneOf("status", constants(IncidentStatus.values()), "The status."),
                            Question.Parameter.oneOf("severity", constants(Severity.values()), "The severity."),
                            Question.Parameter.text("service", "A service that is affected."),
                            Question.Parameter.instant("from", "Declared then or later."),
                            Question.Parameter.instant("to", "Declared before then."),
                            Question.Parameter.text(
                                    "q", "Text in the identifier, the title, the summary or the resolution."),
                            Question.Parameter.oneOf(
                                    "sort",
                                    List.of("declaredAt", "-declaredAt", "severity", "-severity", "status", "-status"),
                                    "The order; with a minus sign, the other way round.")),
                            Stream.concat(Paging.PARAMETERS.stream(), Viewpoints.PARAMETERS.stream())).toList(),
                    List.of(CommonHeaders.LINK)),
            new Question(
                    "/api/v1/incidents/{incidentId}", "incident", "Questions: Incidents", "One incident as it stands",
                    "Its severity, status, roles, impact and durations. Each duration says what it is measured from, or "
                            + "why there is none.",
                    Incident.class, List.of(Format.JSON),
                    List.of(Question.Named.INCIDENT),
                    Viewpoints.PARAMETERS, List.of(CommonHeaders.ETAG)));

    private final Incidents incidents;
    private final IncidentHistories histories;
    private final Viewpoints viewpoints;

    /** One page of incidents. */
    record IncidentList(long position, List<Incident> incidents) {}

    public IncidentController(Incidents incidents, ReadModel<Entry> entries, Viewpoints viewpoints) {
        this.incidents = incidents;
        this.histories = new IncidentHistories(entries, viewpoints);
        this.viewpoints = viewpoints;
    }

    @GetMapping("/api/v1/incidents/{incidentId}")
    Mono<ResponseEntity<byte[]>> incident(@PathVariable String incidentId, ServerWebExchange exchange) {
        return histories.answered(incidentId, exchange, history -> Incident.of(history.timeline(), history.version())
                .orElseThrow(history::notDeclaredYet));
    }

    @GetMapping("/api/v1/incidents")
    Mono<ResponseEntity<byte[]>> incidents(ServerWebExchange exchange) {
        Format.wanted(exchange.getRequest(), Format.JSON);
        QueryParameters parameters = QueryParameters.of(exchange.getRequest());
        IncidentFilter filter = IncidentFilter.in(parameters);
        IncidentSort sort = Objects
                .requireNonNullElse(parameters.optional("sort", IncidentSort::named), IncidentSort.NEWEST_FIRST);
        Paging paging = Paging.in(parameters, "incidents." + sort.name(), sort.descending());
        var asked = viewpoints.in(parameters);
        parameters.refuseOthers();
        DocumentQuery query = paging.narrow(filter.narrow(sort.apply(DocumentQuery.first(paging.limit() + 1))));
        return viewpoints.of(exchange, asked, incidents.model())
                .flatMap(viewpoint -> (asked.ofThePresent() && filter.isIndexed()
                        ? paging.page(
                                exchange, unchanged(query, viewpoint).filter(filter::matches),
                                changed(viewpoint).filter(filter::matches),
                                sort::placeOf)
                        : paging.sortedPage(exchange, incidents.all(viewpoint).filter(filter::matches), sort::placeOf))
                        .map(page -> Answer.json(new IncidentList(viewpoint.position(), page)).entity()));
    }

    /** As they were, of those that have changed since: what an index says of them now may not have been so. */
    private Flux<Incident> changed(Viewpoint viewpoint) {
        return incidents.model().findChanged(viewpoint.position())
                .flatMapIterable(document -> Incident.of(document, viewpoint).stream().toList());
    }

    private Flux<Incident> unchanged(DocumentQuery query, Viewpoint viewpoint) {
        return incidents.model().findInOrder(query)
                .filter(document -> viewpoint.knows(document.version()))
                .flatMapIterable(document -> Incident.of(document).stream().toList());
    }

    private static List<String> constants(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
