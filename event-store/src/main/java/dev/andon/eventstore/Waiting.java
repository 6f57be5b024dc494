package dev.andon.eventstore;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be recorded, within bounds. A caller beyond them is refused at once: to let it wait here would take the
 * very memory that there is none of, and to let its thread wait would stop the event loop it may have come on.
 */
final class Waiting {

    private final Limits limits;
    private final Deque<Request> requests = new ArrayDeque<>();
    private int admitted;
    private long admittedBytes;
    private long turnedAway;

    Waiting(Limits limits) {
        this.limits = limits;
    }

    /** Counts until it is released, in this queue or out of it. */
    synchronized void admit(Draft draft) {
        if (admitted > 0 && (admitted >= limits.waitingCommits()
                || admittedBytes + draft.size() > limits.waitingBytes())) {
            turnedAway++;
            throw new TooManyAppendsException(admitted, admittedBytes);
        }
        admitted++;
        admittedBytes += draft.size();
    }

    synchronized void release(Draft draft) {
        admitted--;
        admittedBytes -= draft.size();
    }

    synchronized int admitted() {
        return admitted;
    }

    synchronized long admittedBytes() {
        return admittedBytes;
    }

    synchronized long turnedAway() {
        return turnedAway;
    }

    synchronized void add(Request request) {
        requests.addLast(request);
    }

    /** In front of all others, in this order. */
    synchronized void putBack(List<Request> earlier) {
        earlier.reversed().forEach(requests::addFirst);
    }

    synchronized @Nullable Request pollFitting(Batch batch) {
        Request next = requests.peekFirst();
        return next != null && batch.hasRoomFor(next) ? requests.removeFirst() : null;
    }

    synchronized Collection<Request> pollAll() {
        List<Request> all = List.copyOf(requests);
        requests.clear();
        return all;
    }

    synchronized boolean isEmpty() {
        return requests.isEmpty();
    }
}
