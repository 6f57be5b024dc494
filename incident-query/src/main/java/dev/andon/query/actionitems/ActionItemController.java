package dev.andon.query.actionitems;

import dev.andon.apidocs.CommonHeaders;
import dev.andon.apidocs.ProblemTypes;
import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.IncidentId;
import dev.andon.query.chronicles.Chronicles;
import dev.andon.query.chronicles.Kind;
import dev.andon.query.followup.ActionItem;
import dev.andon.query.followup.FollowUp;
import dev.andon.query.followup.FollowUps;
import dev.andon.query.http.Answer;
import dev.andon.query.http.Format;
import dev.andon.query.http.Paging;
import dev.andon.query.http.PathVariables;
import dev.andon.query.http.QueryParameters;
import dev.andon.query.http.Question;
import dev.andon.query.http.Viewpoints;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.readmodel.Viewpoint;
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

/** The work that came out of incidents: what is looked for, one piece, or that of one incident. */
@RestController
public final class ActionItemController {

    private static final String TAG = "Questions: Action items";

    public static final List<Question> QUESTIONS = List.of(
            new Question(
                    "/api/v1/action-items", "actionItems", TAG, "Action items that fit all of the filters",
                    "Whose they are, when they are due, and whether they are done.",
                    ActionItemList.class, List.of(Format.JSON), List.of(),
                    Stream.of(
                            ActionItemFilter.PARAMETERS,
                            List.of(Question.Parameter.oneOf(
                                    "sort", ActionItemSort.Directed.names(),
                                    "The order; with a minus sign, the other way round.")),
                            Paging.PARAMETERS, Viewpoints.PARAMETERS).flatMap(List::stream).toList(),
                    List.of(CommonHeaders.LINK)),
            new Question(
                    "/api/v1/action-items/{actionItemId}", "actionItem", TAG, "One action item",
                    "Whose it is, when it is due, what the team thinks of it, and what became of it.",
                    ActionItem.class, List.of(Format.JSON),
                    List.of(new Question.Named(
                            "actionItemId", ActionItemId.class, "ACT-1", ProblemTypes.ACTION_ITEM_NOT_FOUND)),
                    Viewpoints.PARAMETERS, List.of()),
            new Question(
                    "/api/v1/incidents/{incidentId}/action-items", "incidentActionItems", TAG,
                    "The work that came out of one incident", "All of it, in the order it was proposed.",
                    ActionItemList.class, List.of(Format.JSON),
                    List.of(Question.Named.INCIDENT),
                    Viewpoints.PARAMETERS, List.of()));

    private final ActionItemLedger ledger;
    private final FollowUps followUps;
    private final Viewpoints viewpoints;
    private final ReadModel<?>[] models;

    /** Action items: a page of them, or all of one incident. */
    record ActionItemList(long position, List<ActionItem> actionItems) {}

    public ActionItemController(Chronicles chronicles, FollowUps followUps, Viewpoints viewpoints) {
        this.ledger = new ActionItemLedger(chronicles, followUps);
        this.followUps = followUps;
        this.viewpoints = viewpoints;
        this.models = new ReadModel<?>[]{chronicles.model(), followUps.model()};
    }

    @GetMapping("/api/v1/action-items")
    Mono<ResponseEntity<byte[]>> actionItems(ServerWebExchange exchange) {
        Format.wanted(exchange.getRequest(), Format.JSON);
        QueryParameters parameters = QueryParameters.of(exchange.getRequest());
        ActionItemFilter filter = ActionItemFilter.in(parameters);
        var sort = Objects.requireNonNullElse(
                parameters.optional("sort", ActionItemSort.Directed::named), ActionItemSort.Directed.USUAL);
        Paging paging = Paging.in(parameters, "action-items." + sort.name(), sort.descending());
        Viewpoints.Asked asked = viewpoints.in(parameters);
        parameters.refuseOthers();
        return viewpoints.of(exchange, asked, models)
                .flatMap(viewpoint -> page(exchange, viewpoint, asked.ofThePresent(), filter, sort.sort(), paging)
                        .flatMapMany(Flux::fromIterable)
                        .concatMap(item -> ledger.corrected(item, viewpoint))
                        .collectList()
                        .map(page -> Answer.json(new ActionItemList(viewpoint.position(), page)).entity()));
    }

    private Mono<List<ActionItem>> page(
            ServerWebExchange exchange, Viewpoint viewpoint, boolean present, ActionItemFilter filter,
            ActionItemSort sort, Paging paging) {
        if (!present) {
            return paging.sortedPage(exchange, ledger.all(viewpoint).filter(filter::fits), sort::placeOf);
        }
        var query = filter.narrow(sort.apply(Chronicles.of(Kind.ACTION_ITEMS)), viewpoint.now());
        return paging.page(
                exchange, ledger.unchanged(paging.narrow(query), viewpoint).filter(filter::fits),
                ledger.changed(viewpoint).filter(filter::fits), sort::placeOf);
    }

    @GetMapping("/api/v1/action-items/{actionItemId}")
    Mono<ResponseEntity<byte[]>> actionItem(@PathVariable String actionItemId, ServerWebExchange exchange) {
        Viewpoints.Asked asked = asked(exchange);
        ActionItemId id = PathVariables.actionItem(actionItemId);
        return viewpoints.of(exchange, asked, models)
                .flatMap(viewpoint -> ledger.require(id, viewpoint))
                .map(item -> Answer.json(item).entity());
    }

    @GetMapping("/api/v1/incidents/{incidentId}/action-items")
    Mono<ResponseEntity<byte[]>> ofIncident(@PathVariable String incidentId, ServerWebExchange exchange) {
        Viewpoints.Asked asked = asked(exchange);
        IncidentId id = PathVariables.incident(incidentId);
        return viewpoints.of(exchange, asked, followUps.model())
                .flatMap(viewpoint -> followUps.require(id, viewpoint)
                        .map(FollowUp::actionItems)
                        .map(items -> Answer.json(new ActionItemList(viewpoint.position(), items)).entity()));
    }

    private Viewpoints.Asked asked(ServerWebExchange exchange) {
        Format.wanted(exchange.getRequest(), Format.JSON);
        QueryParameters parameters = QueryParameters.of(exchange.getRequest());
        Viewpoints.Asked asked = viewpoints.in(parameters);
        parameters.refuseOthers();
        return asked;
    }
}
