package dev.andon.eventstore;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * The last commits of the log: always a contiguous suffix of what is committed for good. It says "I do not know" about
 * anything before its start, and that is its point: a tail with a hole in it, or with a commit that a failover takes back,
 * would let a conflict through that nobody looks for a second time, since an append trusts it without a read.
 */
final class Tail {

    private static final long FRESH_FOR_NANOSECONDS = Duration.ofMillis(50).toNanos();
    private static final int BYTES_OF_AN_EVENT = 500;
    private static final int BYTES_OF_A_TAG = 250;
    private static final int BYTES_OF_AN_ENTRY = 150;

    private final long maxBytes;
    private final Run<Commit> commits = new Run<>(Commit::last);
    private final Map<String, Commit> byCommand = new HashMap<>();
    private final EventIndex index = new EventIndex();
    private final Beginnings beginnings = new Beginnings();
    private final Sinks.Many<Long> growth = Sinks.many().replay().latest();
    private @Nullable Head head;
    private long start;
    private long bytes;
    private long confirmedAt;

    Tail(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Begins anew, empty, behind this head; unless the tail has got further by itself. */
    synchronized void startBehind(Head newHead) {
        if (head == null || newHead.position() > head.position()) {
            while (!commits.isEmpty()) {
                commits.removeFirst();
            }
            byCommand.clear();
            index.clear();
            bytes = 0;
            start = newHead.position();
            moveTo(newHead);
        }
    }

    /** Takes what comes next, and passes over what it has already or has not begun to follow. */
    synchronized void add(Commit commit) {
        if (head == null || commit.last() <= head.position()) {
            return;
        }
        if (commit.first() != head.position() + 1) {
            throw new GapInLogException(head.position() + 1, commit.first());
        }
        if (!commit.follows(head)) {
            throw new CorruptCommitException(commit.first(), "it does not build on the commit before it");
        }
        commits.addLast(commit);
        if (commit.commandId() != null) {
            byCommand.put(commit.commandId(), commit);
        }
        index.add(commit);
        bytes += weight(commit);
        while (bytes > maxBytes) {
            forget(commits.removeFirst());
        }
        moveTo(commit.head());
    }

    private void forget(Commit oldest) {
        byCommand.remove(oldest.commandId(), oldest);
        index.removeFirst(oldest);
        bytes -= weight(oldest);
        start = oldest.last();
    }

    private void moveTo(Head newHead) {
        head = newHead;
        growth.tryEmitNext(newHead.position()).orThrow();
    }

    /** The last position it has got to, and each further one. Whoever listens must not work on the thread that tells. */
    Flux<Long> growth() {
        return growth.asFlux();
    }

    /** Nothing before it has been started. */
    synchronized Optional<Head> head() {
        return Optional.ofNullable(head);
    }

    /** At this time, by {@link System#nanoTime()}, the log went no further than the tail does now. */
    synchronized void confirm(long time) {
        confirmedAt = confirmedAt == 0 ? time : Math.max(confirmedAt, time);
    }

    /** Whether everything that matches and stands behind this position, as far as the tail goes, is in memory. */
    synchronized boolean reachesBackTo(Criteria criteria, long after) {
        return head != null && (after >= start || beginnings.knowNothingMatches(criteria, start));
    }

    /** Only if {@link #reachesBackTo}. */
    synchronized OptionalLong firstMatch(Criteria criteria, long after) {
        return index.firstMatch(criteria, after);
    }

    /** The tags to {@link #learn} of, so that it may reach back; none if that does not help. */
    synchronized Set<Tag> worthLearning(Criteria criteria, long after) {
        return head == null || after >= start ? Set.of() : beginnings.worthLearning(criteria, start);
    }

    /** @param first where the first commit begins with an event that carries it; nothing if none up to this position does */
    synchronized void learn(Tag tag, Optional<Long> first, long upTo) {
        first.ifPresentOrElse(position -> beginnings.beginsAt(tag, position), () -> beginnings.isAbsent(tag, upTo));
    }

    /** The matching events in (after, upTo], or nothing if only the log knows. */
    synchronized Optional<List<RecordedEvent>> matching(Criteria criteria, long after, long upTo) {
        return head == null || upTo > head.position() || !reachesBackTo(criteria, after)
                ? Optional.empty()
                : Optional.of(index.matching(criteria, after, upTo));
    }

    /**
     * What a decision can be based on without a read: some matching events, as of a moment ago. What happened elsewhere
     * in that moment is found out by the append. No match is no answer: that would be to deny an incident that another
     * process has just declared, and there would be no append to find out.
     */
    synchronized Optional<Sourced> recent(Criteria criteria, long after) {
        if (head == null || System.nanoTime() - confirmedAt > FRESH_FOR_NANOSECONDS) {
            return Optional.empty();
        }
        long marker = head.position();
        return matching(criteria, after, marker).filter(events -> !events.isEmpty())
                .map(events -> new Sourced(Flux.fromIterable(events), marker));
    }

    /** Some commits that hold events after this position, the first ones; or nothing if only the log knows. */
    synchronized Optional<List<Commit>> commitsAfter(long position, int limit) {
        if (head == null || position < start) {
            return Optional.empty();
        }
        return Optional.of(commits.between(position, Long.MAX_VALUE).stream().limit(limit).toList());
    }

    synchronized Optional<Commit> commitOf(String commandId) {
        return Optional.ofNullable(byCommand.get(commandId));
    }

    /** When what stands behind this position was recorded, as far as is known here: it may have been earlier. */
    synchronized Optional<Instant> recordedBehind(long position) {
        return commits.between(position, Long.MAX_VALUE).stream().findFirst().map(Commit::recordedAt);
    }

    synchronized long bytes() {
        return bytes;
    }

    private static long weight(Commit commit) {
        long weight = 0;
        for (EventData event : commit.events()) {
            weight += BYTES_OF_AN_EVENT + event.payload().length + (long) BYTES_OF_A_TAG * event.tags().size()
                    + (long) BYTES_OF_AN_ENTRY * event.metadata().size();
        }
        return weight;
    }
}
