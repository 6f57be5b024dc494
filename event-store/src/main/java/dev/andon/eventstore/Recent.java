package dev.andon.eventstore;

import java.util.List;
import reactor.core.publisher.Flux;

/**
 * What a decision can be based on without a read: some matching events, as of a moment ago. What happened elsewhere in that
 * moment is found out by the append.
 *
 * @param events the matching ones up to the marker, in order; never none
 * @param marker the last position that was looked at
 */
public record Recent(List<RecordedEvent> events, long marker) {

    Sourced sourced() {
        return new Sourced(Flux.fromIterable(events), marker);
    }
}
