package dev.andon.benchmarks.eventstore;

import dev.andon.benchmarks.VoidFigureException;
import dev.andon.eventstore.RecordedEvent;

/** Handles an event by having it in hand, payload and all; whoever merely counts may be given what was never decoded. */
final class NoOperation {

    private long events;
    private long bytes;

    void handle(RecordedEvent event) {
        handle(event.data().payload());
    }

    void handle(byte[] payload) {
        events++;
        bytes += payload.length;
    }

    long handled() {
        if (bytes == 0) {
            throw new VoidFigureException("Nothing was read");
        }
        return events;
    }
}
