package dev.andon.query.changes;

import dev.andon.apidocs.CommonHeaders;
import dev.andon.apidocs.ProblemTypes;
import dev.andon.kernel.ChangeId;
import dev.andon.kernel.event.ChangeRegistered;
import dev.andon.query.chronicles.Chronicle;
import dev.andon.query.chronicles.Chronicles;
import dev.andon.query.chronicles.Kind;
import dev.andon.query.chronicles.Shelf;
import dev.andon.query.followup.FollowUps;
import dev.andon.query.http.Answer;
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
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The changes: those that are looked for, or one. */
@RestController
public final class ChangeController {

    private static final String MISSING = "missing";
    private static final String THERE = "there";

    public static final List<Question> QUESTIONS = List.of(
            new Question(
                    "/api/v1/changes", "changes", "Questions: Services and changes",
                    "Changes, the latest to go into production first",
                    "Each with its rollback plan, and every time that it was undone.",
                    ChangeList.class, List.of(Format.JSON), List.of(),
                    Stream.of(
                            List.of(
                                    Question.Parameter.text("service", "The service that was changed."),
                                    Question.Parameter.instant("from", "Put into production then or later."),
                                    Question.Parameter.instant("to", "Put into production before then."),
                                    Question.Parameter.oneOf(
                                            "rollbackPlan", List.of(MISSING, THERE),
                                            "Whether somebody said how to undo it.")),
                            Paging.PARAMETERS, Viewpoints.PARAMETERS).flatMap(List::stream).toList(),
                    List.of(CommonHeaders.LINK)),
            new Question(
                    "/api/v1/changes/{changeId}", "change", "Questions: Services and changes", "One change",
                    "With its rollback plan, and every time that it was undone.",
                    Change.class, List.of(Format.JSON),
                    List.of(new Question.Named("changeId", ChangeId.class, "CHG-1", ProblemTypes.CHANGE_NOT_FOUND)),
                    Viewpoints.PARAMETERS, List.of()));

    private final ChangeLedger ledger;
    private final Viewpoints viewpoints;
    private final Chronicles chronicles;
    private final FollowUps followUps;
    private final Shelf<Change> changes;

    /** One page of changes. */
    record ChangeList(long position, List<Change> changes) {}

    public ChangeController(Chronicles chronicles, FollowUps followUps, Viewpoints viewpoints) {
        this.chronicles = chronicles;
        this.followUps = followUps;
        this.viewpoints = viewpoints;
        this.ledger = new ChangeLedger(chronicles, followUps);
        this.changes = new Shelf<>(chronicles, viewpoints, Kind.CHANGES, ledger::withRollbacks, followUps.model());
    }

    @GetMapping("/api/v1/changes")
    Mono<ResponseEntity<byte[]>> changes(ServerWebExchange exchange) {
        Format.wanted(exchange.getRequest(), Format.JSON);
        QueryParameters parameters = QueryParameters.of(exchange.getRequest());
        var wanted = new ChangeLedger.Wanted(
                Period.in(parameters), parameters.optional("service", String::toString), planMissing(parameters));
        Shelf.Asked asked = changes.in(parameters, true);
        return viewpoints.of(exchange, asked.viewpoint(), chronicles.model(), followUps.model())
                .flatMap(viewpoint -> asked.paging()
                        .page(
                                exchange,
                                ledger.found(
                                        asked.paging().narrow(Chronicles.of(Kind.CHANGES)), wanted, viewpoint),
                                ChangeController::placeOf)
                        .flatMapMany(Flux::fromIterable)
                        .concatMap(chronicle -> ledger.withRollbacks(chronicle, viewpoint))
                        .collectList()
                        .map(page -> Answer.json(new ChangeList(viewpoint.position(), page)).entity()));
    }

    @GetMapping("/api/v1/changes/{changeId}")
    Mono<ResponseEntity<byte[]>> change(@PathVariable String changeId, ServerWebExchange exchange) {
        ChangeId id = PathVariables.change(changeId);
        return changes.one(
                exchange, Kind.CHANGES.numbered(id.number()), "change", id.value());
    }

    private static @Nullable Boolean planMissing(QueryParameters parameters) {
        return parameters.optional("rollbackPlan", value -> {
            if (!value.equals(MISSING) && !value.equals(THERE)) {
                throw new IllegalArgumentException("must be missing or there");
            }
            return value.equals(MISSING);
        });
    }

    private static Cursor placeOf(Chronicle chronicle) {
        ChangeRegistered event = chronicle.opening(ChangeRegistered.class).event();
        return new Cursor(
                Sortable.instant(event.occurredAt()), Kind.CHANGES.numbered(event.changeId().number()));
    }
}
