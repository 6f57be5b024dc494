package dev.andon.eventstore;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
    // what was recorded last, for whoever follows, and what decides about the incidents at work, for their commands
    private static final int SHARE_OF_NEWEST = 256;
    private static final int SHARE_OF_SOURCED = 16;

    private final long maxBytes;
    private final Run<KeptCommit> commits = new Run<>(KeptCommit::last);
    private final Blocks blocks;
    private final Map<String, KeptCommit> byCommand = new HashMap<>();
    private final DecodedCommits newest;
    private final DecodedCommits sourced;
    private final EventIndex index = new EventIndex();
    private final Beginnings beginnings = new Beginnings();
    private final Sinks.Many<Long> growth = Sinks.many().replay().latest();
    private @Nullable Head head;
    private long start;
    private long bytes;
    private long confirmedAt;

    Tail(long maxBytes) {
        this.newest = new DecodedCommits(maxBytes / SHARE_OF_NEWEST);
        this.sourced = new DecodedCommits(maxBytes / SHARE_OF_SOURCED);
        this.blocks = new Blocks(maxBytes);
        this.maxBytes = maxBytes - maxBytes / SHARE_OF_NEWEST - maxBytes / SHARE_OF_SOURCED;
    }

    /** Begins anew, empty, behind this head; unless the tail has got further by itself. */
    synchronized void startBehind(Head newHead) {
        if (head == null || newHead.position() > head.position()) {
            while (!commits.isEmpty()) {
                commits.removeFirst();
            }
            byCommand.clear();
            index.clear();
            newest.clear();
            sourced.clear();
            bytes = 0;
            start = newHead.position();
            head = newHead;
            tellGrowth();
        }
    }

    /** Takes what comes next, and passes over what it has already or has not begun to follow. */
    synchronized void add(Commit commit) {
        keep(commit);
        tellGrowth();
    }

    /** The same for one after the other, but whoever listens is told once. */
    synchronized void addAll(List<Commit> following) {
        following.forEach(this::keep);
        tellGrowth();
    }

    private void keep(Commit commit) {
        if (head == null || commit.last() <= head.position()) {
            return;
        }
        if (commit.first() != head.position() + 1) {
            throw new GapInLogException(head.position() + 1, commit.first());
        }
        if (!commit.follows(head)) {
            throw new CorruptCommitException(commit.first(), "it does not build on the commit before it");
        }
        KeptCommit kept = KeptCommit.in(blocks, commit);
        commits.addLast(kept);
        if (kept.commandId() != null) {
            byCommand.put(kept.commandId(), kept);
        }
        index.add(commit);
        newest.add(kept, commit);
        bytes += kept.weight();
        while (bytes > maxBytes) {
            forget(commits.removeFirst());
        }
        head = commit.head();
    }

    private void forget(KeptCommit oldest) {
        byCommand.remove(oldest.commandId(), oldest);
        index.removeUpTo(oldest.last());
        bytes -= oldest.weight();
        start = oldest.last();
    }

    private void tellGrowth() {
        if (head != null) {
            growth.tryEmitNext(head.position()).orThrow();
        }
    }

    /** The last position it has got to, and then how far it gets. Whoever listens must not work on the thread that tells. */
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
        long first = index.firstMatch(criteria, after);
        return first == Places.NOWHERE ? OptionalLong.empty() : OptionalLong.of(first);
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
    Optional<List<RecordedEvent>> matching(Criteria criteria, long after, long upTo) {
        return found(criteria, after, upTo).map(this::recordedEvents);
    }

    private record Found(KeptCommit commit, long position) {}

    private synchronized Optional<List<Found>> found(Criteria criteria, long after, long upTo) {
        if (head == null || upTo > head.position() || !reachesBackTo(criteria, after)) {
            return Optional.empty();
        }
        List<Found> found = new ArrayList<>();
        for (long position : index.matching(criteria, after, upTo)) {
            found.add(new Found(commits.firstBehind(position - 1).orElseThrow(), position));
        }
        return Optional.of(found);
    }

    /** Not while others wait to add something: there may be thousands. */
    private List<RecordedEvent> recordedEvents(List<Found> found) {
        List<RecordedEvent> events = new ArrayList<>(found.size());
        Commit commit = null;
        for (Found each : found) {
            if (commit == null || commit.first() != each.commit().first()) {
                commit = sourced(each.commit());
            }
            events.add(commit.recordedEvent((int) (each.position() - commit.first())));
        }
        return events;
    }

    private Commit sourced(KeptCommit kept) {
        Commit known = sourced.known(kept);
        if (known == null) {
            known = decoded(kept);
            sourced.add(kept, known);
        }
        return known;
    }

    private Commit decoded(KeptCommit kept) {
        Commit known = newest.known(kept);
        return known == null ? kept.decoded() : known;
    }

    /**
     * No match is no answer: that would be to deny an incident that another process has just declared, and there would be no
     * append to find out.
     */
    Optional<Sourced> recent(Criteria criteria, long after) {
        return freshEnd().map(Head::position).flatMap(marker -> matching(criteria, after, marker)
                .filter(events -> !events.isEmpty())
                .map(events -> new Sourced.InMemory(events, marker)));
    }

    private synchronized Optional<Head> freshEnd() {
        return System.nanoTime() - confirmedAt > FRESH_FOR_NANOSECONDS ? Optional.empty() : head();
    }

    /** Some commits that hold events after this position, the first ones; or nothing if only the log knows. */
    Optional<List<Commit>> commitsAfter(long position, int limit) {
        return keptAfter(position, limit).map(kept -> kept.stream().map(this::decoded).toList());
    }

    private synchronized Optional<List<KeptCommit>> keptAfter(long position, int limit) {
        return head == null || position < start
                ? Optional.empty()
                : Optional.of(commits.between(position, Long.MAX_VALUE).stream().limit(limit).toList());
    }

    Optional<Commit> commitOf(String commandId) {
        return keptOf(commandId).map(this::decoded);
    }

    private synchronized Optional<KeptCommit> keptOf(String commandId) {
        return Optional.ofNullable(byCommand.get(commandId));
    }

    /** When what stands behind this position was recorded, as far as is known here: it may have been earlier. */
    Optional<Instant> recordedBehind(long position) {
        return keptBehind(position).map(this::decoded).map(Commit::recordedAt);
    }

    private synchronized Optional<KeptCommit> keptBehind(long position) {
        return commits.firstBehind(position);
    }

    synchronized long bytes() {
        return bytes;
    }
}
