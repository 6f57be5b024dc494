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
    private final Appender appender;

    public EventStore(EventLog log, Clock clock) {
        this.log = log;
        this.appender = new Appender(log, clock);
    }

    /**
     * Records these events together. Fails with {@link ConditionNotMetException} if the condition does not hold, with
     * {@link CommandAlreadyRecordedException} if the command was recorded before, and with
     * {@link CommitTooLargeException} if it is too much for one commit. Cancelling does not take it back. An empty list
     * records nothing and completes empty.
     */
    public Mono<Commit> append(List<EventData> events, AppendCondition condition, @Nullable String commandId) {
        return appender.append(events, condition, commandId);
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
        return log.readMatching(criteria, after, upTo)
                .concatMapIterable(commit -> commit.recordedEvents(criteria, after, upTo).toList());
    }

    /**
     * The commits that hold events after the given position, up to the head at subscription. The first may begin before
     * it. Fails with {@link GapInLogException} rather than skip a position.
     */
    public Flux<Commit> read(long after) {
        return Flux.defer(() -> log.read(after).doOnNext(new Contiguity(after)::accept));
    }

    /** Like {@link #read(long)}, but never ends: what is recorded later follows as soon as it is. */
    public Flux<Commit> follow(long after) {
        return Flux.defer(() -> new Follower(log, appender.recorded(), after).commits());
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
