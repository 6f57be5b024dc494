package dev.andon.query.http;

import dev.andon.eventstore.Commit;
import dev.andon.eventstore.EventStore;
import dev.andon.query.readmodel.PositionNotReachedException;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.readmodel.http.Freshness;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Time travel: reads {@code asOf}, {@code knownAt} and {@code atPosition}, and finds out what they mean in this log. A
 * moment that the log knows nothing about is refused, since its answer would look like a fact: before the first event,
 * behind the last one, or still to come.
 */
public final class Viewpoints {

    /** For the descriptions of questions that can be asked of the past. */
    public static final List<Question.Parameter> PARAMETERS = List.of(
            Question.Parameter.instant("asOf",
                    "As it was: only what had happened by then, as far as it is known today."),
            Question.Parameter.instant("knownAt",
                    "As it was known: only what had been recorded by then, texts as they stood then."),
            Question.Parameter.position("atPosition",
                    "As it was known at this position of the log; instead of `knownAt`."));

    private final EventStore events;
    private final Clock clock;

    /** What a request asks for, not yet compared with the log. */
    public record Asked(@Nullable Instant asOf, @Nullable Instant knownAt, @Nullable Long atPosition) {

        boolean ofThePast() {
            return knownAt != null || atPosition != null;
        }

        /** Whether the question is what everything is like now. */
        public boolean ofThePresent() {
            return asOf == null && !ofThePast();
        }
    }

    public Viewpoints(EventStore events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** Reads what is asked for; what is wrong is reported with whatever else is wrong. */
    public Asked in(QueryParameters parameters) {
        var asked = new Asked(
                notInTheFuture("asOf", parameters), notInTheFuture("knownAt", parameters),
                parameters.position("atPosition"));
        if (asked.knownAt() != null && asked.atPosition() != null) {
            parameters.contradiction("atPosition", "says the same as knownAt in another way: give one of them");
        }
        return asked;
    }

    /**
     * To be called before reading: waits until these models reflect what is asked for, and what {@code Andon-Min-Position}
     * demands, then sets the answer's {@code Andon-Position}. What the models have beyond it is for the viewpoint to hide.
     */
    public Mono<Viewpoint> of(ServerWebExchange exchange, Asked asked, ReadModel<?>... models) {
        Mono<Viewpoint> viewpoint = asked.ofThePast()
                ? past(asked).delayUntil(then -> reached(then.position(), models))
                        .delayUntil(_ -> Freshness.of(exchange, models))
                : Freshness.of(exchange, models).map(position -> at(position, clock.instant(), asked));
        return viewpoint.doOnNext(then -> exchange.getResponse().getHeaders()
                .set(Freshness.POSITION, Long.toString(then.position())));
    }

    private Mono<Viewpoint> past(Asked asked) {
        Instant knownAt = asked.knownAt();
        Long atPosition = asked.atPosition();
        if (atPosition != null) {
            return recordedAt(atPosition).map(recordedAt -> at(atPosition, recordedAt, asked));
        }
        return Mono.justOrEmpty(knownAt)
                .flatMap(then -> events.positionBefore(then.plusNanos(1))
                        .filter(position -> position > 0)
                        .map(position -> at(position, then, asked))
                        .switchIfEmpty(Mono.error(
                                () -> refused("knownAt", "lies before the first event was recorded"))));
    }

    private Mono<Instant> recordedAt(long position) {
        return events.head().flatMap(head -> position <= head.position()
                ? events.read(position - 1).next().map(Commit::recordedAt)
                : Mono.error(() -> refused("atPosition",
                        "is behind the end of the log, which is at %d".formatted(head.position()))));
    }

    private static Mono<Void> reached(long position, ReadModel<?>... models) {
        return Flux.just(models).flatMap(model -> model.reached(position)).then()
                .onErrorMap(PositionNotReachedException.class, Freshness::notYet);
    }

    private static Viewpoint at(long position, Instant now, Asked asked) {
        Instant asOf = asked.asOf();
        return new Viewpoint(position, asOf == null || now.isBefore(asOf) ? now : asOf, asOf);
    }

    private @Nullable Instant notInTheFuture(String name, QueryParameters parameters) {
        Instant instant = parameters.instant(name);
        if (instant != null && instant.isAfter(clock.instant())) {
            parameters.contradiction(name,
                    "lies in the future, of which nothing is known; leave it out for the present");
        }
        return instant;
    }

    private static QuestionRefused refused(String name, String detail) {
        return QuestionRefused.badParameter(name, detail);
    }
}
