package dev.andon.eventstore;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the rest of a program talks to: appends under conditions, reads, and follows one {@link EventLog}. */
public final class EventStore implements AutoCloseable {

    private final EventLog log;

    public EventStore(EventLog log, Clock clock) {
        this.log = log;
    }

    /**
     * Records these events together. Fails with {@link ConditionNotMetException} if the condition does not hold, and with
     * {@link CommandAlreadyRecordedException} if the command was recorded before. Cancelling does not take it back.
     * An empty list records nothing and completes empty.
     */
    public Mono<Commit> append(List<EventData> events, AppendCondition condition, @Nullable String commandId) {
        throw new UnsupportedOperationException();
    }

    public Mono<Head> head() {
        return log.head();
    }

    /** The commit that is the result of this command, or nothing. */
    public Mono<Commit> commitOf(String commandId) {
        return log.commitOf(commandId);
    }

    /** The matching events in (after, upTo], in order. */
    public Flux<RecordedEvent> read(Criteria criteria, long after, long upTo) {
        throw new UnsupportedOperationException();
    }

    /** The commits that hold events after the given position, up to the head at subscription. The first may begin before it. */
    public Flux<Commit> read(long after) {
        return log.read(after);
    }

    /** Like {@link #read(long)}, but never ends: what is recorded later follows as soon as it is. */
    public Flux<Commit> follow(long after) {
        throw new UnsupportedOperationException();
    }

    /** The last position that was recorded before this instant, or 0. */
    public Mono<Long> positionBefore(Instant instant) {
        return new PositionBefore(log, instant).position();
    }

    @Override
    public void close() {
        log.close();
    }
}
