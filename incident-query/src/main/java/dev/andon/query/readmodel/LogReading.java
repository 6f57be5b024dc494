package dev.andon.query.readmodel;

import dev.andon.eventstore.Commit;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * One reading of the log for all projections that are about equally far: each event is read and decoded once, ahead of
 * them, and not once for each. It runs ahead of the slowest of them by so many bytes and no more: a commit may hold one
 * finding or a book, so that a window of so many commits would be too small for the one and the whole memory for the other.
 *
 * <p>Keeps: events come out at position after position. One that was skipped would be missing from a read model for good,
 * so a gap is an error here even though the log promises that there is none. And nobody is held up by another for long: who
 * does not get on, while others wait, is left behind and has a reading of its own from then on.
 */
final class LogReading extends BaseSubscriber<Commit> {

    /** Commits that may be on their way beyond that, since nobody knows how large they are before they are there. */
    static final int HANDED_OVER = 64;
    private static final long POSITIONS_APART = 4_000;
    private static final long FAR_FROM_THE_END = 10_000;
    private static final Duration WAITING_FOR_COMPANY = Duration.ofMillis(100);

    private final EventDecoder decoder;
    private final Duration patience;
    private final long window;
    private final List<EventFeed> feeds = new CopyOnWriteArrayList<>();
    private volatile Page newest;
    private volatile @Nullable Throwable error;
    private volatile long requested;
    private int joined;
    private volatile boolean begun;

    /** A commit's events; pages that everybody has read are forgotten, since each knows the next one only. */
    static final class Page {

        final long number;
        final long last;
        final List<DecodedEvent> events;
        /** Of all pages up to here. */
        final long bytes;
        volatile @Nullable Page next;

        private Page(long number, long last, List<DecodedEvent> events, long bytes) {
            this.number = number;
            this.last = last;
            this.events = events;
            this.bytes = bytes;
        }

        /** What comes behind this position follows. */
        static Page endingAt(long position) {
            return new Page(0, position, List.of(), 0);
        }

        Page followedBy(long last, List<DecodedEvent> events) {
            long held = events.stream().mapToLong(DecodedEvent::bytes).sum();
            return new Page(number + 1, Math.max(this.last, last), events, bytes + held);
        }
    }

    /** @param window how many bytes it may be ahead of the slowest */
    LogReading(EventDecoder decoder, long after, Duration patience, long window) {
        this.decoder = decoder;
        this.patience = patience;
        this.window = window;
        this.newest = Page.endingAt(after);
    }

    /** Whether it has what this one needs next; if so, it is one of its readers from now on. */
    synchronized boolean takesIn(EventFeed feed) {
        Page oldest = slowest();
        if (error != null || feed.position() < oldest.last || feed.position() > newest.last + POSITIONS_APART) {
            return false;
        }
        feed.join(this, oldest);
        feeds.add(feed);
        joined++;
        return true;
    }

    /** Who has a long way to go waits a moment for others that have it, too: after a start, or when all are to be built. */
    void begin(FollowedLog log, Scheduler threads) {
        long after = newest.last;
        log.head()
                .flatMap(
                        head -> head - after < FAR_FROM_THE_END ? Mono.just(head) : untilNobodyJoins().thenReturn(head))
                // or those who read would decode, in the thread in which they ask for more
                .subscribe(_ -> log.follow(after).publishOn(threads, HANDED_OVER).subscribe(this), this::hookOnError);
    }

    private Mono<Void> untilNobodyJoins() {
        return Mono.defer(() -> {
            int before = joined();
            return Mono.delay(WAITING_FOR_COMPANY).flatMap(_ -> joined() == before ? Mono.empty() : untilNobodyJoins());
        });
    }

    private synchronized int joined() {
        return joined;
    }

    /** What a reader says after it has read: the rest may run further ahead. */
    void moved() {
        synchronized (this) {
            if (!begun || newest.number < requested || isFull()) {
                return;
            }
            requested += HANDED_OVER;
        }
        request(HANDED_OVER);
    }

    long window() {
        return window;
    }

    private boolean isFull() {
        return newest.bytes - slowest().bytes >= window;
    }

    private Page slowest() {
        return feeds.stream().map(EventFeed::page).reduce((a, b) -> a.number < b.number ? a : b).orElse(newest);
    }

    /** What a reader says who finds nothing to read. */
    void waits(EventFeed waiting) {
        Throwable failed = error;
        if (failed != null && waiting.page().next == null) {
            throw new IllegalStateException("The log cannot be followed: " + failed.getMessage(), failed);
        }
        synchronized (this) {
            List<EventFeed> stuck = isHeldUp()
                    ? feeds.stream().filter(feed -> feed != waiting && feed.isStuckSince(patience)).toList()
                    : List.of();
            if (stuck.isEmpty()) {
                return;
            }
            feeds.removeAll(stuck);
            stuck.forEach(EventFeed::forget);
        }
        moved();
    }

    private boolean isHeldUp() {
        return begun && newest.number == requested && isFull();
    }

    /** Whether it has come this far, or can get no farther by itself. */
    boolean reaches(long position) {
        return newest.last >= position || isOver() || isHeldUp();
    }

    /** False for one that was left behind. */
    boolean reads(EventFeed feed) {
        return feeds.contains(feed);
    }

    void leave(EventFeed feed) {
        boolean empty;
        synchronized (this) {
            feeds.remove(feed);
            empty = feeds.isEmpty();
            if (empty) {
                error = new IllegalStateException("nobody reads any more");
            }
        }
        if (empty) {
            cancel();
        } else {
            moved();
        }
    }

    boolean isOver() {
        return error != null;
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
        synchronized (this) {
            begun = true;
            requested = HANDED_OVER;
        }
        request(HANDED_OVER);
    }

    @Override
    protected void hookOnNext(Commit commit) {
        Page before = newest;
        if (commit.first() > before.last + 1) {
            cancel();
            hookOnError(new IllegalStateException(
                    "The log has a gap: position %d follows position %d".formatted(commit.first(), before.last)));
            return;
        }
        Page page = before.followedBy(commit.last(),
                commit.recordedEvents().filter(event -> event.position() > before.last).map(decoder::decode).toList());
        before.next = page;
        newest = page;
        moved();
        ring();
    }

    @Override
    protected void hookOnError(Throwable failed) {
        error = failed;
        ring();
    }

    @Override
    protected void hookOnComplete() {
        hookOnError(new IllegalStateException("it ended"));
    }

    private void ring() {
        feeds.forEach(EventFeed::ring);
    }
}
