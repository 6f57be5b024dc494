package dev.andon.eventstore;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import reactor.core.publisher.Mono;

/**
 * A draft on its way into the log.
 *
 * @param clearUpTo nothing that its condition forbids stands in front of or at this position; so only what comes behind
 *     it has still to be looked at
 */
record Request(Draft draft, long clearUpTo, CompletableFuture<Commit> answer) {

    static Request of(Draft draft) {
        return new Request(draft, draft.condition().after(), new CompletableFuture<>());
    }

    Request clearUpTo(long position) {
        return new Request(draft, Math.max(clearUpTo, position), answer);
    }

    /** The answer, waited for in this thread. */
    Mono<Commit> awaited() {
        try {
            return Mono.just(answer.join());
        } catch (CompletionException failure) {
            return Mono.error(answer.exceptionNow());
        }
    }

    Criteria criteria() {
        return draft.condition().criteria();
    }

    boolean isUnconditional() {
        return criteria().clauses().isEmpty();
    }

    /** Whether it must wait for the verdict on what this index holds. */
    boolean dependsOn(EventIndex events) {
        return events.firstMatch(criteria(), clearUpTo) != Places.NOWHERE;
    }
}
