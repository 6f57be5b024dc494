package dev.andon.eventstore.mongodb;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.MongoBulkWriteException;
import dev.andon.eventstore.CommandAlreadyRecordedException;
import dev.andon.eventstore.Commit;
import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.Head;
import dev.andon.eventstore.HeadMovedException;
import java.time.Duration;
import java.util.List;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Stores each commit once, however often it is sent. A duplicate key does not prove that somebody else was faster: it can be
 * this writer's own earlier attempt whose answer was lost; so the commit that stands there is asked for its id.
 */
final class Insertion {

    private static final Retry UNTIL_VISIBLE = Retry.backoff(10, Duration.ofMillis(5))
            .maxBackoff(Duration.ofSeconds(1)).jitter(1.0).filter(NotVisibleYet.class::isInstance)
            .onRetryExhaustedThrow((spec, signal) -> signal.failure().getCause());

    private final CausalCommits causal;

    Insertion(CausalCommits causal) {
        this.causal = causal;
    }

    /** Fails as {@link EventLog#append} does. */
    Mono<Void> insert(Head expected, List<Commit> batch) {
        if (batch.isEmpty()) {
            return Mono.empty();
        }
        return causal.insert(batch.stream().map(CommitDocument::of).toList())
                .onErrorResume(MongoBulkWriteException.class, failure -> DuplicateKey.in(failure)
                        .map(duplicate -> resolve(expected, batch, duplicate, failure))
                        .orElseGet(() -> Mono.error(failure)));
    }

    private Mono<Void> resolve(
            Head expected,
            List<Commit> batch,
            DuplicateKey duplicate,
            MongoBulkWriteException failure) {
        Commit refused = batch.get(duplicate.commit());
        Bson sameKey = duplicate.ofCommand()
                ? eq(CommitDocument.COMMAND_ID, refused.commandId())
                : eq(CommitDocument.FIRST, refused.first());
        return causal.find(sameKey, one -> one.limit(1)).next()
                .map(CommitDocument::commit)
                // the index knows what a majority may not have yet
                .switchIfEmpty(Mono.error(() -> new NotVisibleYet(failure)))
                .retryWhen(UNTIL_VISIBLE)
                .flatMap(stored -> {
                    if (stored.id().equals(refused.id())) {
                        return insertMissing(stored.head(), batch.subList(duplicate.commit() + 1, batch.size()));
                    }
                    return Mono.error(duplicate.ofCommand()
                            ? new CommandAlreadyRecordedException(stored)
                            : new HeadMovedException(expected));
                });
    }

    /**
     * Of what an earlier attempt has stored there may be more, and it is asked for at once: found one by one, by a duplicate key
     * each, a batch of a dozen would take two dozen answers in a row, which a bad line does not give.
     */
    private Mono<Void> insertMissing(Head stored, List<Commit> rest) {
        if (rest.isEmpty()) {
            return Mono.empty();
        }
        return causal.find(
                and(gte(CommitDocument.FIRST, rest.getFirst().first()),
                        lte(CommitDocument.FIRST, rest.getLast().first())),
                found -> found.sort(ascending(CommitDocument.FIRST)))
                .map(CommitDocument::commit)
                .collectList()
                .flatMap(found -> {
                    int same = 0;
                    while (same < found.size() && found.get(same).id().equals(rest.get(same).id())) {
                        same++;
                    }
                    return insert(same == 0 ? stored : found.get(same - 1).head(), rest.subList(same, rest.size()));
                });
    }

    private static final class NotVisibleYet extends RuntimeException {
        NotVisibleYet(MongoBulkWriteException failure) {
            super(failure);
        }
    }
}
