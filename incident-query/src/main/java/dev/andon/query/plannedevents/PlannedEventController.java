package dev.andon.query.plannedevents;

import dev.andon.apidocs.CommonHeaders;
import dev.andon.apidocs.ProblemTypes;
import dev.andon.kernel.PlannedEventId;
import dev.andon.query.chronicles.Chronicles;
import dev.andon.query.chronicles.Kind;
import dev.andon.query.chronicles.Shelf;
import dev.andon.query.http.Format;
import dev.andon.query.http.Paging;
import dev.andon.query.http.PathVariables;
import dev.andon.query.http.Period;
import dev.andon.query.http.QueryParameters;
import dev.andon.query.http.Question;
import dev.andon.query.http.Viewpoints;
import dev.andon.query.readmodel.Cursor;
import dev.andon.query.readmodel.Sortable;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The planned events: all, or one. */
@RestController
public final class PlannedEventController {

    public static final List<Question> QUESTIONS = List.of(
            new Question(
                    "/api/v1/planned-events", "plannedEvents", "Questions: Operations",
                    "Planned events, the earliest first",
                    "What is known of each beforehand.",
                    PlannedEventList.class, List.of(Format.JSON), List.of(),
                    Stream.of(List.of(
                            Question.Parameter.instant("from", "Not over by then."),
                            Question.Parameter.instant("to", "Begun before then.")),
                            Paging.PARAMETERS, Viewpoints.PARAMETERS).flatMap(List::stream).toList(),
                    List.of(CommonHeaders.LINK)),
            new Question(
                    "/api/v1/planned-events/{plannedEventId}", "plannedEvent", "Questions: Operations",
                    "One planned event",
                    "What is known of it beforehand.",
                    PlannedEvent.class, List.of(Format.JSON),
                    List.of(new Question.Named("plannedEventId", PlannedEventId.class, "EVT-1",
                            ProblemTypes.PLANNED_EVENT_NOT_FOUND)),
                    Viewpoints.PARAMETERS, List.of()));

    private final Shelf<PlannedEvent> plannedEvents;

    /** One page of them. */
    record PlannedEventList(long position, List<PlannedEvent> plannedEvents) {}

    public PlannedEventController(Chronicles chronicles, Viewpoints viewpoints) {
        this.plannedEvents = new Shelf<>(chronicles, viewpoints, Kind.PLANNED_EVENTS,
                (chronicle, _) -> Mono.just(PlannedEvent.of(chronicle)));
    }

    @GetMapping("/api/v1/planned-events")
    Mono<ResponseEntity<byte[]>> plannedEvents(ServerWebExchange exchange) {
        QueryParameters parameters = QueryParameters.of(exchange.getRequest());
        Period period = Period.in(parameters);
        Shelf.Asked asked = plannedEvents.in(parameters, false);
        return plannedEvents.list(
                exchange, asked, event -> event.overlaps(period),
                each -> new Cursor(Sortable.instant(each.from()),
                        Kind.PLANNED_EVENTS.numbered(each.plannedEventId().number())),
                PlannedEventList::new);
    }

    @GetMapping("/api/v1/planned-events/{plannedEventId}")
    Mono<ResponseEntity<byte[]>> plannedEvent(@PathVariable String plannedEventId, ServerWebExchange exchange) {
        PlannedEventId id = PathVariables.plannedEvent(plannedEventId);
        return plannedEvents.one(
                exchange, Kind.PLANNED_EVENTS.numbered(id.number()),
                "planned event", id.value());
    }
}
