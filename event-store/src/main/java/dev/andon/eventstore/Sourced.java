package dev.andon.eventstore;

import java.util.List;
import reactor.core.publisher.Flux;

/** What a decision is based on: the matching events up to a marker, in order. */
public sealed interface Sourced {

    Flux<RecordedEvent> events();

    /** The last position that was looked at; fixed before the events were asked for. */
    long marker();

    /** There is nothing to wait for. */
    record InMemory(List<RecordedEvent> known, long marker) implements Sourced {

        @Override
        public Flux<RecordedEvent> events() {
            return Flux.fromIterable(known);
        }
    }

    /** Read as they are asked for. */
    record InLog(Flux<RecordedEvent> events, long marker) implements Sourced {}
}
