package dev.andon.query.incidents;

import dev.andon.query.timeline.TimelineEntry;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A moment that a length of time is measured from or to, and the entries that say when it was. */
record Milestone(Instant at, List<Long> entryIds) {

    static Milestone at(Instant at, TimelineEntry<?> entry) {
        return new Milestone(at, List.of(entry.id()));
    }

    static Milestone of(TimelineEntry<?> entry) {
        return at(entry.occurredAt(), entry);
    }

    List<Long> entryIdsTo(Milestone other) {
        return Stream.of(entryIds, other.entryIds).flatMap(List::stream).distinct().sorted().toList();
    }
}
