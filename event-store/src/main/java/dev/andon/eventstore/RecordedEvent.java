package dev.andon.eventstore;

import java.time.Instant;

/** An event with its place in the one total order, and when the store recorded it. */
public record RecordedEvent(long position, Instant recordedAt, EventData data) {}
