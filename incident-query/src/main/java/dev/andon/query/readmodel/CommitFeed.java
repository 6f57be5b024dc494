package dev.andon.query.readmodel;

import dev.andon.eventstore.Commit;
import dev.andon.eventstore.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

/**
 * What a projector has yet to apply. Whatever arrives while it applies one batch is its next one, so batches are large when
 * it is behind and single events when it is not.
 *
 * <p>Keeps: events come out at position after position. One that was skipped would be missing from a read model for good,
 * so a gap is an error here even though the log promises that there is none.
 */
final class CommitFeed extends BaseSubscriber<Commit> implements AutoCloseable {

    private static final int PREFETCHED_COMMITS = 512;

    private final Queue<Commit> arrived = new ConcurrentLinkedQueue<>();
    private final Bell bell;
    private volatile @Nullable Throwable error;
    private long position;

    private CommitFeed(long after, Bell bell) {
        this.position = after;
        this.bell = bell;
    }

    static CommitFeed subscribe(FollowedLog log, long after, Bell bell) {
        var feed = new CommitFeed(after, bell);
        log.follow(after).subscribe(feed);
        return feed;
    }

    /** The next events, in order; none if none has arrived. A commit stays whole, so it may be somewhat more than asked. */
    List<RecordedEvent> poll(int most) {
        List<RecordedEvent> events = new ArrayList<>();
        int taken = 0;
        while (events.size() < most) {
            Commit commit = arrived.poll();
            if (commit == null) {
                break;
            }
            taken++;
            commit.recordedEvents().filter(event -> event.position() > position).forEach(events::add);
            position = checkedEnd(commit);
        }
        if (taken > 0) {
            request(taken);
        } else if (error != null) {
            throw new IllegalStateException("The log cannot be followed: " + error.getMessage(), error);
        }
        return events;
    }

    private long checkedEnd(Commit commit) {
        if (commit.first() > position + 1) {
            throw new IllegalStateException(
                    "The log has a gap: position %d follows position %d".formatted(commit.first(),
                            position));
        }
        return Math.max(position, commit.last());
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
        request(PREFETCHED_COMMITS);
    }

    @Override
    protected void hookOnNext(Commit commit) {
        arrived.add(commit);
        bell.ring();
    }

    @Override
    protected void hookOnError(Throwable failed) {
        error = failed;
        bell.ring();
    }

    @Override
    protected void hookOnComplete() {
        hookOnError(new IllegalStateException("it ended"));
    }

    @Override
    public void close() {
        cancel();
    }
}
