package dev.andon.query.readmodel;

import dev.andon.query.readmodel.LogReading.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What one projection has yet to apply. Whatever arrives while it applies one batch is its next one, so batches are large
 * when it is behind and single events when it is not. Used by one thread.
 */
final class EventFeed implements AutoCloseable {

    private final LogReadings readings;
    private final Bell bell;
    private long position;
    private volatile LogReading reading;
    private volatile Page page;
    private volatile long movedAt = System.nanoTime();
    private volatile long awaited;

    /** To be taken in by a reading. */
    @SuppressWarnings("NullAway.Init")
    EventFeed(LogReadings readings, long after, Bell bell) {
        this.readings = readings;
        this.position = after;
        this.bell = bell;
    }

    void join(LogReading reading, Page from) {
        this.reading = reading;
        this.page = from;
        this.movedAt = System.nanoTime();
    }

    /**
     * Whether so many are there to be polled, or as many as there can be before others have read on. If not, it does not ring
     * before: who is woken for each event that he then leaves lying does little else.
     */
    boolean holds(int events) {
        awaited = position + events;
        boolean held = !reading.reads(this) || reading.reaches(awaited);
        if (held) {
            awaited = 0;
        }
        return held;
    }

    /**
     * The next events, in order; none if none has arrived. A commit stays whole, so it may be somewhat more than asked; and it
     * is fewer if they are large, or a batch of them would be as large as the memory.
     */
    List<DecodedEvent> poll(int most) {
        if (!reading.reads(this)) {
            readings.alone(this);
        }
        List<DecodedEvent> events = new ArrayList<>();
        Page current = page;
        long enough = page.bytes + reading.window() / 2;
        for (Page next = current.next; next != null && events.size() < most
                && current.bytes < enough; next = next.next) {
            for (DecodedEvent event : next.events) {
                if (event.position() > position) {
                    events.add(event);
                }
            }
            position = Math.max(position, next.last);
            current = next;
        }
        if (current == page) {
            reading.waits(this);
        } else {
            page = current;
            movedAt = System.nanoTime();
            reading.moved();
        }
        return events;
    }

    /** Whether more has arrived. */
    boolean hasMore() {
        return page.next != null;
    }

    long position() {
        return position;
    }

    Page page() {
        return page;
    }

    boolean isStuckSince(Duration time) {
        return page.next != null && System.nanoTime() - movedAt > time.toNanos();
    }

    /** Gives up what it has not read, which it will read by itself. */
    void forget() {
        page = Page.endingAt(0);
    }

    void ring() {
        if (reading.reaches(awaited)) {
            bell.ring();
        }
    }

    @Override
    public void close() {
        reading.leave(this);
    }
}
