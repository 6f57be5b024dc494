package dev.andon.eventstore;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * One append is in flight at a time, and the head it builds on was acknowledged by the log. Were a second one sent while
 * the first is on its way, it would be linked to a position that may never come to be: a gap if the first fails, an
 * event stored twice if it is then tried again. Between the head and the append another process may get in; the log
 * then refuses, and the condition is checked anew against the new head.
 */
final class Appender {

    static final int MAX_EVENTS = 1_000;
    static final int MAX_BYTES = 8 * 1024 * 1024;

    private static final int MAX_RETRIES = 64;
    private static final Retry ON_MOVED_HEAD = Retry.backoff(MAX_RETRIES, Duration.ofMillis(1))
            .maxBackoff(Duration.ofMillis(20)).jitter(1.0).filter(HeadMovedException.class::isInstance)
            .onRetryExhaustedThrow((spec, signal) -> signal.failure());
    // a caller may block in what it does with the answer, and must not hold up the next append by that
    private static final Scheduler CALLERS = Schedulers.fromExecutor(Thread::startVirtualThread);

    private final EventLog log;
    private final Clock clock;
    private final Queue<Request> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unfinished = new AtomicInteger();
    private final Sinks.Many<Long> recorded = Sinks.many().replay().latest();
    private volatile @Nullable Head acknowledged;

    private record Request(
            String commitId,
            List<EventData> events,
            AppendCondition condition,
            @Nullable String commandId,
            Sinks.One<Commit> answer) {

        Commit behind(Head head, Clock clock) {
            return Commit.following(head, commitId, commandId, condition, clock.instant(), events);
        }
    }

    Appender(EventLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    Mono<Commit> append(List<EventData> events, AppendCondition condition, @Nullable String commandId) {
        return Mono.defer(() -> {
            if (events.isEmpty()) {
                return Mono.empty();
            }
            Request request = new Request(UUID.randomUUID().toString(), List.copyOf(events), condition, commandId,
                    Sinks.one());
            requireRoom(request);
            waiting.add(request);
            if (unfinished.getAndIncrement() == 0) {
                serveNext();
            }
            return request.answer.asMono().publishOn(CALLERS);
        });
    }

    /** The last position recorded through this appender, and each further one. */
    Flux<Long> recorded() {
        return recorded.asFlux();
    }

    /** What can fail for this commit alone fails here, before it can hold up or take down others. */
    private void requireRoom(Request request) {
        if (request.events.size() > MAX_EVENTS) {
            throw new CommitTooLargeException("A commit holds at most %,d events, not %,d".formatted(MAX_EVENTS,
                    request.events.size()));
        }
        int size = CommitEncoding.encode(request.behind(Head.ORIGIN, clock)).length;
        if (size > MAX_BYTES) {
            throw new CommitTooLargeException("A commit takes at most %,d bytes, not %,d".formatted(MAX_BYTES, size));
        }
    }

    private void serveNext() {
        Request request = waiting.remove();
        // answered from a thread of its own, so that a long queue does not become a deep stack
        record(request).publishOn(CALLERS).subscribe(commit -> {
            request.answer.emitValue(commit, Sinks.EmitFailureHandler.FAIL_FAST);
            served();
        }, failure -> {
            request.answer.emitError(failure, Sinks.EmitFailureHandler.FAIL_FAST);
            served();
        });
    }

    private void served() {
        if (unfinished.decrementAndGet() != 0) {
            serveNext();
        }
    }

    private Mono<Commit> record(Request request) {
        return Mono.defer(this::head)
                .flatMap(head -> requireCondition(request, head).then(Mono.defer(() -> recordBehind(head, request))))
                .doOnError(failure -> acknowledged = null)
                .retryWhen(ON_MOVED_HEAD)
                .onErrorResume(ConditionNotMetException.class, failure -> preferEarlierResult(request, failure));
    }

    private Mono<Head> head() {
        Head known = acknowledged;
        return known != null ? Mono.just(known) : log.head();
    }

    private Mono<Void> requireCondition(Request request, Head head) {
        AppendCondition condition = request.condition;
        if (condition.criteria().clauses().isEmpty() || condition.after() >= head.position()) {
            return Mono.empty();
        }
        return log.readMatching(condition.criteria(), condition.after(), head.position())
                .concatMapIterable(commit -> commit
                        .recordedEvents(condition.criteria(), condition.after(), head.position()).toList(), 1)
                .next()
                .flatMap(event -> Mono.error(new ConditionNotMetException(condition, event.position())));
    }

    private Mono<Commit> recordBehind(Head head, Request request) {
        Commit commit = request.behind(head, clock);
        return log.append(head, List.of(commit)).then(Mono.fromSupplier(() -> {
            acknowledged = commit.head();
            recorded.emitNext(commit.last(), Sinks.EmitFailureHandler.FAIL_FAST);
            return commit;
        }));
    }

    /** A command that is sent again meets its own events as a conflict; its first result is the truer answer. */
    private Mono<Commit> preferEarlierResult(Request request, ConditionNotMetException failure) {
        Mono<Commit> conflict = Mono.error(failure);
        return request.commandId == null
                ? conflict
                : log.commitOf(request.commandId)
                        .<Commit>flatMap(earlier -> Mono.error(new CommandAlreadyRecordedException(earlier)))
                        .switchIfEmpty(conflict);
    }
}
