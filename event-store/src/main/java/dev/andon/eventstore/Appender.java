package dev.andon.eventstore;

import dev.andon.eventstore.Reinsertion.InDoubtException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * One batch is in flight at a time, and the head it builds on was acknowledged by the log. Were a second one sent while
 * the first is on its way, it would be linked to a position that may never come to be: a gap if the first fails, an
 * event stored twice if it is then tried again. Whoever comes meanwhile goes together in the next one.
 *
 * <p>Between the head and the append another process may get in. The log then refuses, and everything from there on is
 * built anew behind the new head, its conditions checked again; patched up, it would keep verdicts on a log that never was.
 */
final class Appender {

    private static final int MAX_LOST_RACES = 64;
    private static final int LONGEST_WAIT_MILLISECONDS = 20;

    private final EventLog log;
    private final Clock clock;
    private final Scheduler callers;
    private final Tail tail;
    private final Tailer tailer;
    private final Reinsertion reinsertion;
    private final Waiting waiting;
    private final Tally tally = new Tally();
    private final CommitIds commitIds = new CommitIds();
    private final AtomicInteger calls = new AtomicInteger();
    // of the one round at a time
    private boolean ownRound;
    private int callsHeard;
    private int lostRaces;
    private boolean inDoubt;
    private boolean answeredSeveral;

    Appender(EventLog log, Tail tail, Tailer tailer, Clock clock, Limits limits, Scheduler callers) {
        this.log = log;
        this.tail = tail;
        this.tailer = tailer;
        this.clock = clock;
        this.callers = callers;
        this.reinsertion = new Reinsertion(log, limits.insistence());
        this.waiting = new Waiting(limits);
    }

    /** @param here whether the caller's own thread may do it, or wait for it */
    Mono<Commit> append(
            List<EventData> events, AppendCondition condition, @Nullable String commandId, boolean here) {
        return Mono.defer(() -> {
            if (events.isEmpty()) {
                return Mono.empty();
            }
            Draft draft = Draft.of(commitIds.next(), commandId, condition, events);
            waiting.admit(draft);
            Request request = Request.of(draft);
            boolean mayBlock = here && !Schedulers.isInNonBlockingThread();
            enter(request, mayBlock);
            // To wake him takes one change of thread; a call would take another one, to a thread started for it.
            return mayBlock
                    ? request.awaited()
                    : Mono.fromFuture(request.answer(), true).publishOn(callers);
        });
    }

    Figures figures() {
        return tally.figures(waiting, tail);
    }

    /** A condition that reaches further back than memory is checked before it can hold up those who wait behind it. */
    private void enter(Request request, boolean here) {
        if (canBeDecidedInMemory(request)) {
            waiting.add(request);
            serve(here);
        } else {
            lookBack(request).subscribe(found -> enter(found, false), failure -> refuse(request, failure));
        }
    }

    private boolean canBeDecidedInMemory(Request request) {
        return request.isUnconditional() || tail.reachesBackTo(request.criteria(), request.clearUpTo());
    }

    /** What comes behind the end that is fixed here, before the log is asked, is looked at later, in memory. */
    private Mono<Request> lookBack(Request request) {
        return reinsertion.read(
                tailer.head().zipWhen(end -> firstMatch(request, end.position()).singleOptional(), Looked::new))
                .onErrorMap(Appender::nothingStored)
                .handle((looked, sink) -> looked.match().ifPresentOrElse(
                        position -> sink.error(conflict(request, position)),
                        () -> sink.next(request.clearUpTo(looked.end().position()))));
    }

    private record Looked(Head end, Optional<Long> match) {}

    private Mono<Long> firstMatch(Request request, long upTo) {
        return log.readMatching(request.criteria(), request.clearUpTo(), upTo)
                .concatMapIterable(commit -> commit
                        .recordedEvents(request.criteria(), request.clearUpTo(), upTo).toList(), 1)
                .next()
                .map(RecordedEvent::position);
    }

    /**
     * Whoever would only wait, and finds nobody at it, records his own commit himself. What comes meanwhile is not his to wait
     * for, and goes to the thread that writes; so does his own where there were several just now, since they come again, and
     * each thread that waits for the disk is one less for them to decide in.
     */
    private void serve(boolean here) {
        if (calls.getAndIncrement() == 0) {
            ownRound = here && !answeredSeveral;
            Mono.defer(this::round).repeat(this::isNotDone).subscribe();
        }
    }

    private boolean isNotDone() {
        return !waiting.isEmpty() || calls.addAndGet(-callsHeard) != 0;
    }

    private Mono<Void> round() {
        return turnOfCallers()
                .then(Mono.defer(this::base))
                .flatMap(head -> {
                    callsHeard = calls.get();
                    answeredSeveral = false;
                    inDoubt = false;
                    Batch batch = gather(head);
                    return batch.isEmpty() ? Mono.<Void>empty() : record(batch);
                })
                .onErrorResume(failure -> Mono.fromRunnable(() -> {
                    callsHeard = calls.get();
                    waiting.pollAll().forEach(request -> refuse(request, nothingStored(failure)));
                }));
    }

    /**
     * Who was answered together comes again together. Without a turn for them in between, one half always just misses the
     * batch that the other half is in, and each sync is for half as many.
     */
    private Mono<Void> turnOfCallers() {
        return answeredSeveral ? Mono.<Void>fromRunnable(Thread::yield).subscribeOn(callers) : Mono.empty();
    }

    private Mono<Head> base() {
        return inDoubt
                ? reinsertion.read(tailer.catchUp())
                : tail.head().map(Mono::just).orElseGet(() -> reinsertion.read(tailer.catchUp()));
    }

    private Batch gather(Head head) {
        Batch batch = new Batch(head, clock.instant());
        List<Request> later = new ArrayList<>();
        for (Request next = waiting.pollFitting(batch); next != null; next = waiting.pollFitting(batch)) {
            if (!canBeDecidedInMemory(next)) {
                enter(next, false);
            } else if (isFree(next)) {
                if (batch.mustComeBefore(next)) {
                    later.add(next);
                } else {
                    batch.add(next);
                }
            }
        }
        waiting.putBack(later);
        return batch;
    }

    /** Whether nothing recorded stands against it; if something does, it is told so. */
    private boolean isFree(Request request) {
        String commandId = request.draft().commandId();
        Commit earlier = commandId == null ? null : tail.commitOf(commandId).orElse(null);
        if (earlier != null) {
            refuse(request, new CommandAlreadyRecordedException(earlier));
            return false;
        }
        OptionalLong conflict = tail.firstMatch(request.criteria(), request.clearUpTo());
        conflict.ifPresent(position -> refuse(request, conflict(request, position)));
        return conflict.isEmpty();
    }

    private Mono<Void> record(Batch batch) {
        long time = System.nanoTime();
        Mono<Void> appended = ownRound
                ? reinsertion.appendHere(batch.base(), batch.commits())
                : reinsertion.append(batch.base(), batch.commits());
        ownRound = false;
        return appended
                .doOnSuccess(_ -> {
                    tally.written(time);
                    tail.confirm(time);
                    acknowledge(batch, batch.commits().size());
                })
                .onErrorResume(failure -> switch (failure) {
                    case HeadMovedException moved -> rebuild(batch, moved);
                    case CommandAlreadyRecordedException known -> Mono.fromRunnable(() -> leaveOut(batch, known));
                    case NotStoredException _,IllegalArgumentException _ -> Mono.fromRunnable(
                            () -> batch.requests().forEach(request -> refuse(request, failure)));
                    default -> Mono.fromRunnable(() -> giveUp(batch, failure));
                });
    }

    private void acknowledge(Batch batch, int count) {
        List<Commit> stored = batch.commits().subList(0, count);
        tail.addAll(stored);
        for (int index = 0; index < count; index++) {
            Request request = batch.requests().get(index);
            waiting.release(request.draft());
            tally.recorded(stored.get(index));
            request.answer().complete(stored.get(index));
        }
        if (count > 0) {
            lostRaces = 0;
        }
        answeredSeveral = count > 1;
    }

    private Mono<Void> rebuild(Batch batch, HeadMovedException moved) {
        return reinsertion.read(tailer.commitIdsBehind(batch.base()))
                .onErrorResume(failure -> {
                    giveUp(batch, failure);
                    return Mono.empty();
                })
                .flatMap(commitIds -> {
                    lostRaces++;
                    tally.lostRace();
                    int stored = batch.countStored(commitIds);
                    acknowledge(batch, stored);
                    List<Request> rest = batch.requests().subList(stored, batch.requests().size());
                    if (lostRaces > MAX_LOST_RACES) {
                        lostRaces = 0;
                        rest.forEach(request -> refuse(request, moved));
                        return Mono.<Void>empty();
                    }
                    waiting.putBack(rest);
                    return Mono.delay(waitAfterLostRace()).then();
                });
    }

    private Duration waitAfterLostRace() {
        int longest = Math.min(1 << Math.min(lostRaces, 10), LONGEST_WAIT_MILLISECONDS);
        return Duration.ofMillis(ThreadLocalRandom.current().nextInt(longest));
    }

    /** The ones before it are stored. */
    private void leaveOut(Batch batch, CommandAlreadyRecordedException known) {
        int refused = batch.indexOf(String.valueOf(known.commit().commandId()));
        acknowledge(batch, refused);
        refuse(batch.requests().get(refused), known);
        waiting.putBack(batch.requests().subList(refused + 1, batch.requests().size()));
    }

    private void giveUp(Batch batch, Throwable failure) {
        inDoubt = true;
        Throwable reason = failure instanceof InDoubtException doubt ? doubt.reason() : failure;
        for (int index = 0; index < batch.commits().size(); index++) {
            refuse(batch.requests().get(index),
                    new CommitOutcomeUnknownException(batch.commits().get(index), reason));
        }
    }

    private static NotStoredException nothingStored(Throwable failure) {
        return new NotStoredException("Nothing was stored, since the log could not be read: " + failure.getMessage(),
                failure);
    }

    private static ConditionNotMetException conflict(Request request, long position) {
        return new ConditionNotMetException(request.draft().condition(), position);
    }

    /** A command that is sent again meets its own events as a conflict; its first result is the truer answer. */
    private void refuse(Request request, Throwable failure) {
        waiting.release(request.draft());
        tally.refused(failure);
        String commandId = request.draft().commandId();
        if (failure instanceof ConditionNotMetException && commandId != null) {
            log.commitOf(commandId).<Throwable>map(CommandAlreadyRecordedException::new)
                    .onErrorComplete().defaultIfEmpty(failure)
                    .subscribe(truer -> request.answer().completeExceptionally(truer));
        } else {
            request.answer().completeExceptionally(failure);
        }
    }
}
