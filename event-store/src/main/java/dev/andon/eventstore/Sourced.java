package dev.andon.eventstore;

import reactor.core.publisher.Flux;

/**
 * What a decision is based on.
 *
 * @param events the matching ones up to the marker, in order
 * @param marker the last position that was looked at; fixed before the events were asked for
 */
public record Sourced(Flux<RecordedEvent> events, long marker) {}
