package dev.andon.eventstore;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * What the rest of a program talks to: appends under conditions, reads, and follows one {@link EventLog}. A process has
 * one of it for a log: two would each keep the last commits in memory, and lose races against each other.
 */
public final class EventStore implements AutoCloseable {

    // a caller may block in what it does with the answer, and must not hold up the next append by that
    private static final Scheduler CALLERS = Schedulers.fromExecutor(Thread::startVirtualThread);

    private final EventLog log;
    private final Scheduler callers;
    private final Tail tail;
    private final Outage outage = new Outage();
    private final Tailer tailer;
    private final Appender appender;
    private final Sinks.Empty<Void> closed = Sinks.empty();

    public EventStore(EventLog log, Clock clock) {
        this(log, clock, Limits.defaults());
    }

    public EventStore(EventLog log, Clock clock, Limits limits) {
        this(log, clock, limits, CALLERS);
    }

    /** What is signalled comes in these threads. */
    EventStore(EventLog log, Clock clock, Limits limits, Scheduler callers) {
        this.log = log;
        this.callers = callers;
        this.tail = new Tail(limits.tailBytes());
        this.tailer = new Tailer(log, tail, outage);
        this.appender = new Appender(log, tail, tailer, clock, limits, callers);
    }

    /**
     * Records these events together. Fails with {@link ConditionNotMetException} if the condition does not hold, with
     * {@link CommandAlreadyRecordedException} if the command was recorded before, with {@link CommitTooLargeException} if
     * it is too much for one commit, with {@link TooManyAppendsException} if too much is waiting already, and with
     * {@link NotStoredException} if the log could not take it; then nothing is stored. Only after
     * {@link CommitOutcomeUnknownException} it may be. Cancelling does not take it back. An empty list records nothing and
     * completes empty.
     */
    public Mono<Commit> append(List<EventData> events, AppendCondition condition, @Nullable String commandId) {
        return appender.append(events, condition, commandId, false);
    }

    /**
     * The same, for a caller who has nothing to do but wait for it: subscribing waits, and if nobody else is writing, it is
     * done in the subscribing thread. A thread that must not block does not, and is answered as by {@link #append}.
     */
    public Mono<Commit> appendHere(List<EventData> events, AppendCondition condition, @Nullable String commandId) {
        return appender.append(events, condition, commandId, true);
    }

    public Mono<Head> head() {
        return tailer.catchUp();
    }

    /** The commit that is the result of this command, or nothing. */
    public Mono<Commit> commitOf(String commandId) {
        return Mono.defer(() -> tail.commitOf(commandId).map(Mono::just).orElseGet(() -> log.commitOf(commandId)));
    }

    /**
     * The matching events behind a position, to decide on and then to append under the condition that nothing more has
     * come behind the marker. Of what other processes have recorded within the last moment it may know nothing yet, if
     * it finds an answer in memory; that append does.
     */
    public Mono<Sourced> source(Criteria criteria, long after) {
        return Mono.defer(() -> tail.recent(criteria, after).map(Mono::just)
                .orElseGet(() -> tailer.catchUp().flatMap(head -> learnBeginnings(criteria, after)
                        .then(Mono.fromSupplier(() -> sourced(criteria, after, head.position()))))));
    }

    private Sourced sourced(Criteria criteria, long after, long upTo) {
        return tail.matching(criteria, after, upTo).<Sourced>map(events -> new Sourced.InMemory(events, upTo))
                .orElseGet(() -> new Sourced.InLog(readLog(criteria, after, upTo), upTo));
    }

    /** The matching events in (after, upTo], in order. */
    public Flux<RecordedEvent> read(Criteria criteria, long after, long upTo) {
        return fromMemory(criteria, after, upTo, () -> learnBeginnings(criteria, after)
                .thenMany(fromMemory(criteria, after, upTo, () -> readLog(criteria, after, upTo))));
    }

    private Flux<RecordedEvent> fromMemory(
            Criteria criteria, long after, long upTo, Supplier<Flux<RecordedEvent>> otherwise) {
        return Flux.defer(() -> tail.matching(criteria, after, upTo).map(Flux::fromIterable).orElseGet(otherwise));
    }

    private Flux<RecordedEvent> readLog(Criteria criteria, long after, long upTo) {
        return log.readMatching(criteria, after, upTo)
                .concatMapIterable(commit -> commit.recordedEvents(criteria, after, upTo).toList());
    }

    /** So that what begins in the tail, an incident that was just declared, is read from memory from then on. */
    private Mono<Void> learnBeginnings(Criteria criteria, long after) {
        Mono<Void> learned = Mono.empty();
        for (Tag tag : tail.worthLearning(criteria, after)) {
            learned = learned.then(learnBeginning(tag));
        }
        return learned;
    }

    private Mono<Void> learnBeginning(Tag tag) {
        return Mono.defer(() -> {
            long end = tail.head().orElse(Head.ORIGIN).position();
            return log.firstWith(tag).singleOptional().doOnNext(first -> tail.learn(tag, first, end)).then();
        });
    }

    /**
     * The commits that hold events after the given position, up to the head at subscription. The first may begin before
     * it. Fails with {@link GapInLogException} rather than skip a position.
     */
    public Flux<Commit> read(long after) {
        return Flux.defer(() -> log.read(after).doOnNext(new Contiguity(after)::accept));
    }

    /**
     * Like {@link #read(long)}, but goes on until the store is closed: what is recorded later follows as soon as it is. A
     * log that does not answer makes it wait, as long as it takes.
     */
    public Flux<Commit> follow(long after) {
        return Flux.defer(() -> new Follower(log, tail, tailer, outage, callers, after).commits())
                .takeUntilOther(closed.asMono());
    }

    /** The last position that was recorded before this instant, or 0. */
    public Mono<Long> positionBefore(Instant instant) {
        return new PositionBefore(log, instant).position();
    }

    /** What one who has seen everything up to this position has to keep, to be able to {@link #require} it later. */
    public Mono<Bookmark> bookmark(long position) {
        return position == 0
                ? Mono.just(Bookmark.START)
                : Mono.defer(() -> tail.commitsAfter(position - 1, 1).flatMap(commits -> commits.stream().findFirst())
                        .map(commit -> Mono.just(commit.head())).orElseGet(() -> headAt(position)))
                        .map(end -> new Bookmark(position, end.hash()));
    }

    /**
     * Fails with {@link OtherHistoryException} unless this log has everything that was seen. Asks the log itself, since
     * memory would not notice that the log has been put back.
     */
    public Mono<Void> require(Bookmark seen) {
        return seen.equals(Bookmark.START)
                ? Mono.empty()
                : headAt(seen.position()).filter(end -> !end.hash().equals(seen.hash()))
                        .flatMap(end -> Mono.error(OtherHistoryException.differsAt(seen, end)));
    }

    private Mono<Head> headAt(long position) {
        return log.headAt(position).switchIfEmpty(log.head()
                .flatMap(end -> Mono.error(OtherHistoryException.endsBefore(position, end))));
    }

    /** Asks nobody, and so answers at once, whatever has become of the log. */
    public Figures figures() {
        return appender.figures();
    }

    /**
     * When what stands behind this position was recorded, or later; nothing if this process knows of nothing there. Asks
     * nobody, either.
     */
    public Optional<Instant> recordedBehind(long position) {
        return tail.recordedBehind(position);
    }

    /** Ends all that follow it, and closes the log. */
    @Override
    public void close() {
        closed.tryEmitEmpty();
        log.close();
    }
}
