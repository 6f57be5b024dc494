package dev.andon.eventstore.axon;

import static org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException.conflictingEventsDetected;

import dev.andon.eventstore.AppendCondition;
import dev.andon.eventstore.Commit;
import dev.andon.eventstore.ConditionNotMetException;
import dev.andon.eventstore.EventData;
import dev.andon.eventstore.EventStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.jspecify.annotations.Nullable;

/**
 * Events that wait for their unit of work to commit. They are handed to the store once at most: a rollback that comes
 * first keeps them from it, and one that comes later changes nothing, for what is recorded stays.
 */
final class Append implements AppendTransaction<Optional<Commit>> {

    private final EventStore store;
    private final List<EventData> events;
    private final AppendCondition condition;
    private final ConsistencyMarker marker;
    private final AtomicBoolean finished = new AtomicBoolean();

    Append(EventStore store, List<EventData> events, AppendCondition condition, ConsistencyMarker marker) {
        this.store = store;
        this.events = events;
        this.condition = condition;
        this.marker = marker;
    }

    @Override
    public CompletableFuture<Optional<Commit>> commit(@Nullable ProcessingContext context) {
        if (finished.getAndSet(true)) {
            return CompletableFuture.failedFuture(new IllegalStateException("Committed or rolled back already"));
        }
        String commandId = context == null ? null : context.getResource(AndonEventStorageEngine.COMMAND_ID);
        return Answers.of(store.appendHere(events, condition, commandId))
                .handle((commit, failure) -> {
                    if (failure != null) {
                        throw new CompletionException(asAxonSaysIt(failure));
                    }
                    if (commit != null && context != null) {
                        context.putResource(AndonEventStorageEngine.COMMIT, commit);
                    }
                    return Optional.ofNullable(commit);
                });
    }

    private Throwable asAxonSaysIt(Throwable failure) {
        Throwable cause = failure.getCause();
        Throwable reason = failure instanceof CompletionException && cause != null ? cause : failure;
        return reason instanceof ConditionNotMetException
                ? conflictingEventsDetected(marker).initCause(reason)
                : reason;
    }

    @Override
    public void rollback(@Nullable ProcessingContext context) {
        finished.set(true);
    }

    @Override
    public CompletableFuture<ConsistencyMarker> afterCommit(Optional<Commit> commit,
            @Nullable ProcessingContext context) {
        return CompletableFuture.completedFuture(commit.<ConsistencyMarker>map(
                recorded -> new GlobalIndexConsistencyMarker(recorded.last())).orElse(ConsistencyMarker.ORIGIN));
    }
}
