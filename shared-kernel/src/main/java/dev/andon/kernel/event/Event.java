package dev.andon.kernel.event;

import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Set;

/**
 * Something that happened. Once released, an event's shape never changes meaning: a new field is optional, and anything
 * that breaks is a new version.
 */
public sealed interface Event
        permits IncidentEvent, ProblemEvent, ChangeEvent, ServiceEvent, OperationsEvent, ApiKeyEvent {

    /** When it happened in the world, which may be long before it was recorded. */
    Instant occurredAt();

    /** What this event can be found by. */
    Set<Tag> tags();

    /** Whether the one who said it is to be forgotten. */
    default boolean anonymous() {
        return false;
    }
}
