package dev.andon.command.dispatch;

import dev.andon.command.axon.CommandMetadata;
import dev.andon.command.axon.Recording;
import dev.andon.command.decision.IdentifierTaken;
import dev.andon.eventstore.CommandAlreadyRecordedException;
import dev.andon.eventstore.Commit;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.Head;
import dev.andon.kernel.EventMetadata;
import dev.andon.kernel.command.Command;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.json.EventCodec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.messaging.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.core.Metadata;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Sends a command to its rule until it is decided: accepted, refused, or recognised as one that was recorded before.
 *
 * <p>A lost race says nothing about the command, only that the rule decided on what is no longer so; it decides again. A
 * command that was recorded before is never decided again, or a retry after a lost answer would be refused by the effects
 * of its own first success.
 */
public final class CommandDispatcher {

    private static final int MAX_ATTEMPTS = 20;
    private static final int MAX_BACKOFF_MILLIS = 50;

    private final CommandGateway gateway;
    private final EventStore store;
    private final NewIdentifiers identifiers;
    private final Entries entries;
    private final Scheduler scheduler;
    private final EventCodec codec = new EventCodec();

    /** @param scheduler may be blocked: a virtual thread for each task */
    public CommandDispatcher(CommandGateway gateway, EventStore store, NewIdentifiers identifiers,
            Scheduler scheduler) {
        this.gateway = gateway;
        this.store = store;
        this.identifiers = identifiers;
        this.entries = new Entries(store);
        this.scheduler = scheduler;
    }

    /** Once subscribed, a command is decided whether or not anybody waits for the answer. */
    public Mono<Recorded> dispatch(Submission submission) {
        return Mono.fromCallable(() -> decide(submission)).subscribeOn(scheduler);
    }

    private Recorded decide(Submission submission) throws InterruptedException {
        Recorded earlier = earlierResultOf(submission);
        if (earlier != null) {
            return earlier;
        }
        RuntimeException lost = new IllegalStateException("Never tried");
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            try {
                return send(submission);
            } catch (IdentifierTaken taken) {
                lost = taken;
            } catch (AppendEventsTransactionRejectedException lostRace) {
                lost = lostRace;
                Thread.sleep(ThreadLocalRandom.current().nextInt(1 + Math.min(1 << attempt, MAX_BACKOFF_MILLIS)));
            } catch (CommandAlreadyRecordedException recorded) {
                return resultOf(recorded.commit(), submission);
            }
        }
        throw new TooMuchContention(MAX_ATTEMPTS, lost);
    }

    private Recorded send(Submission submission) throws InterruptedException {
        Command command = submission.command().apply(identifiers);
        entries.requireEntryOf(command);
        try {
            var message = gateway.send(command, metadataOf(submission)).getResultMessage().get();
            var recording = (Recording) java.util.Objects.requireNonNull(message.payload());
            long position = recording.commit().map(Commit::last).orElseGet(this::headPosition);
            return new Recorded(recording.events(), position, false);
        } catch (ExecutionException failure) {
            throw reasonFor(failure);
        }
    }

    private long headPosition() {
        return store.head().defaultIfEmpty(Head.ORIGIN).blockOptional().orElse(Head.ORIGIN).position();
    }

    private @Nullable Recorded earlierResultOf(Submission submission) {
        if (submission.idempotency() == null) {
            return null;
        }
        Commit commit = store.commitOf(submission.idempotency().commandId()).block();
        return commit == null ? null : resultOf(commit, submission);
    }

    private Recorded resultOf(Commit commit, Submission submission) {
        String digest = commit.events().getFirst().metadata().get(EventMetadata.REQUEST_DIGEST);
        if (submission.idempotency() == null || !submission.idempotency().digest().equals(digest)) {
            throw new IdempotencyKeyReused();
        }
        List<Event> events = commit.events().stream()
                .map(data -> codec.read(data.type(), data.version(), data.payload()))
                .toList();
        return new Recorded(events, commit.last(), true);
    }

    private static Metadata metadataOf(Submission submission) {
        Map<String, String> metadata = new HashMap<>(submission.metadata());
        metadata.putAll(EventMetadata.of(submission.actor()));
        metadata.put(EventMetadata.CHANNEL, submission.channel());
        if (submission.now() != null) {
            metadata.put(CommandMetadata.NOW, submission.now().toString());
        }
        if (submission.idempotency() != null) {
            metadata.put(CommandMetadata.COMMAND_ID, submission.idempotency().commandId());
            metadata.put(EventMetadata.REQUEST_DIGEST, submission.idempotency().digest());
        }
        return Metadata.from(metadata);
    }

    /** What went wrong, out of what Axon and the futures wrapped around it. */
    private static RuntimeException reasonFor(ExecutionException failure) {
        Throwable reason = failure;
        while (reason.getCause() != null
                && !(reason instanceof CommandAlreadyRecordedException)
                && (reason instanceof ExecutionException
                        || reason instanceof CompletionException
                        || hasCause(reason, CommandAlreadyRecordedException.class))) {
            reason = reason.getCause();
        }
        return reason instanceof RuntimeException known ? known : new IllegalStateException(reason);
    }

    private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
        return type.isInstance(failure) || failure.getCause() != null && hasCause(failure.getCause(), type);
    }
}
