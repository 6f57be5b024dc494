package dev.andon.query.readmodel;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The readings of the log that are going on in a process. */
final class LogReadings {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long WINDOW = 16 << 20;

    private final FollowedLog log;
    private final EventDecoder decoder;
    private final Duration patience;
    private final Scheduler threads;
    private final long window;
    private final List<LogReading> readings = new CopyOnWriteArrayList<>();

    LogReadings(FollowedLog log, EventDecoder decoder) {
        this(log, decoder, PATIENCE, Schedulers.fromExecutor(Thread::startVirtualThread), WINDOW);
    }

    /**
     * @param patience how long somebody may hold up others that read along
     * @param threads in which events are decoded
     * @param window how many bytes of events may lie decoded ahead of who is slowest
     */
    LogReadings(FollowedLog log, EventDecoder decoder, Duration patience, Scheduler threads, long window) {
        this.log = log;
        this.decoder = decoder;
        this.patience = patience;
        this.threads = threads;
        this.window = window;
    }

    /** What comes behind a position, from a reading that is about there or, if there is none, from one of its own. */
    synchronized EventFeed from(long position, Bell bell) {
        readings.removeIf(LogReading::isOver);
        var feed = new EventFeed(this, position, bell);
        for (LogReading reading : readings) {
            if (reading.takesIn(feed)) {
                return feed;
            }
        }
        return alone(feed);
    }

    /** A reading for this one, which others may join. */
    synchronized EventFeed alone(EventFeed feed) {
        var reading = new LogReading(decoder, feed.position(), patience, window);
        reading.takesIn(feed);
        readings.add(reading);
        reading.begin(log, threads);
        return feed;
    }
}
