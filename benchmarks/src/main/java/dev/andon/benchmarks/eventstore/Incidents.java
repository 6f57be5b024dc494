package dev.andon.benchmarks.eventstore;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives each writer an incident of its own for one command, so that no append is refused: a refusal is quick, and would be
 * counted as speed.
 */
final class Incidents {

    static final int COMMITS_OF_ONE = 100;

    private final Deque<Incident> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicLong seen = new AtomicLong();

    Incident take() {
        Incident incident = idle.poll();
        return incident == null
                ? new Incident(begun.incrementAndGet(), 0, seen.get())
                : new Incident(incident.number(), incident.commits(), seen.get());
    }

    void giveBack(Incident incident, long position) {
        seen.accumulateAndGet(position, Math::max);
        if (incident.commits() + 1 < COMMITS_OF_ONE) {
            idle.push(new Incident(incident.number(), incident.commits() + 1, position));
        }
    }

    int begun() {
        return begun.get();
    }
}
