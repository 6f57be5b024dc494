package dev.andon.command.dispatch;

import dev.andon.command.axon.CommandMessages;
import dev.andon.command.axon.CommandMetadata;
import dev.andon.command.axon.LogUnreadable;
import dev.andon.command.axon.Recording;
import dev.andon.command.decision.IdentifierTaken;
import dev.andon.command.decision.NotFound;
import dev.andon.command.decision.Refused;
import dev.andon.command.decision.VersionMismatch;
import dev.andon.eventstore.CommandAlreadyRecordedException;
import dev.andon.eventstore.Commit;
import dev.andon.eventstore.EventStore;
import dev.andon.kernel.EventMetadata;
import dev.andon.kernel.command.Command;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.json.EventCodec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.messaging.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;

/**
 * Sends a command to its rule until it is decided: accepted, refused, or recognised as one that was recorded before.
 *
 * <p>A lost race says nothing about the command, only that the rule decided on what is no longer so; it decides again. A
 * command that was recorded before is never answered by a second decision, or a retry after a lost answer would be refused
 * by the effects of its own first success: an incident resolved twice at the same instant, under one key, is resolved.
 *
 * <p>Everything waits for what it reads and records, in the thread that calls, which must be one that may.
 */
public final class CommandDispatcher {

    private static final int MAX_ATTEMPTS = 20;
    private static final int MAX_BACKOFF_MILLIS = 50;
    private static final Map<String, String> DRY_RUN = Map.of(CommandMetadata.DRY_RUN, "true");

    private final CommandGateway gateway;
    private final EventStore store;
    private final NewIdentifiers identifiers;
    private final Entries entries;
    private final Consumer<Retry> retries;
    private final EventCodec codec = new EventCodec();

    public CommandDispatcher(CommandGateway gateway, EventStore store, NewIdentifiers identifiers) {
        this(gateway, store, identifiers, _ -> {});
    }

    /** @param retries is told of each decision that has to be made again */
    public CommandDispatcher(
            CommandGateway gateway, EventStore store, NewIdentifiers identifiers, Consumer<Retry> retries) {
        this.gateway = gateway;
        this.store = store;
        this.identifiers = identifiers;
        this.entries = new Entries(store);
        this.retries = retries;
    }

    /** What the command led to, now or when it came before; whatever keeps it from being recorded is thrown. */
    public Recorded dispatch(Submission submission) {
        return earlierResultOf(submission).orElseGet(() -> {
            try {
                Recording recording = sendUntilDecided(submission, identifiers, Map.of());
                return new Recorded(recording.events(), recording.commit().orElseThrow().last(), false);
            } catch (CommandAlreadyRecordedException recorded) {
                return resultOf(recorded.commit(), submission);
            } catch (RuntimeException failure) {
                return earlierResultOrElse(failure, submission);
            }
        });
    }

    /** Decides as {@link #dispatch} would, fails as it would, and records nothing: no event, no identifier, no key. */
    public Preview preview(Submission submission) {
        return earlierResultOf(submission)
                .map(earlier -> new Preview(earlier.events(), true))
                .orElseGet(() -> new Preview(
                        sendUntilDecided(submission, identifiers.provisional(), DRY_RUN).events(), false));
    }

    /** What is recorded under the key speaks louder than any failure; but a log that does not answer says nothing new. */
    private Recorded earlierResultOrElse(RuntimeException failure, Submission submission) {
        try {
            return earlierResultOf(submission).orElseThrow(() -> failure);
        } catch (LogUnreadable noAnswer) {
            throw failure;
        }
    }

    /**
     * A refusal counts once it was decided on all that was recorded before the command came: what another process recorded
     * within the last moment may not have been known to the first decision, and an append, which would find out, follows
     * from acceptance only.
     */
    private Recording sendUntilDecided(Submission submission, NewIdentifiers newIdentifiers, Map<String, String> mode) {
        @Nullable
        RuntimeException lost = null;
        boolean upToDate = false;
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            try {
                return send(submission, newIdentifiers, mode);
            } catch (IdentifierTaken taken) {
                lost = taken;
                retries.accept(Retry.IDENTIFIER_TAKEN);
                identifiers.catchUp(taken.identifier());
            } catch (AppendEventsTransactionRejectedException lostRace) {
                lost = lostRace;
                retries.accept(Retry.LOST_RACE);
                backOff(attempt);
            } catch (Refused | NotFound | VersionMismatch refusal) {
                if (upToDate) {
                    throw refusal;
                }
                lost = refusal;
                retries.accept(Retry.REFUSAL_CHECKED);
                Reading.now(store.head());
                upToDate = true;
            }
        }
        throw new TooMuchContention(MAX_ATTEMPTS, Objects.requireNonNull(lost));
    }

    private static void backOff(int attempt) {
        int millis = ThreadLocalRandom.current().nextInt(1 + Math.min(1 << attempt, MAX_BACKOFF_MILLIS));
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }

    private Recording send(Submission submission, NewIdentifiers newIdentifiers, Map<String, String> mode) {
        Command command = submission.command().apply(newIdentifiers);
        entries.requireEntryOf(command);
        try {
            Map<String, String> metadata = submission.commandMetadata();
            metadata.putAll(mode);
            var message = gateway.send(CommandMessages.of(command, metadata)).getResultMessage().join();
            return (Recording) Objects.requireNonNull(message.payload());
        } catch (CompletionException failure) {
            throw reasonFor(failure);
        }
    }

    private Optional<Recorded> earlierResultOf(Submission submission) {
        Submission.Idempotency idempotency = submission.idempotency();
        return idempotency == null
                ? Optional.empty()
                : Reading.now(store.commitOf(idempotency.commandId())).map(commit -> resultOf(commit, submission));
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

    /** What went wrong, out of what Axon and the futures wrapped around it. */
    private static RuntimeException reasonFor(CompletionException failure) {
        List<Throwable> causes = Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause).toList();
        Throwable reason = causes.stream()
                .filter(CommandAlreadyRecordedException.class::isInstance)
                .findFirst()
                .or(() -> causes.stream().filter(cause -> !(cause instanceof CompletionException)).findFirst())
                .orElse(failure);
        return reason instanceof RuntimeException known ? known : new IllegalStateException(reason);
    }
}
