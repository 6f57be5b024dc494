package dev.andon.eventstore;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The unit of writing: events that were recorded together or not at all.
 *
 * @param first the position of its first event
 * @param commandId what the commit is the result of; at most one commit has it
 * @param recordedAt the store's own time, never earlier than that of the commit before it
 * @param previousHash the hash of the commit before it
 * @param hash covers everything else
 */
public record Commit(
        long first,
        String id,
        @Nullable String commandId,
        Instant recordedAt,
        Hash previousHash,
        Hash hash,
        List<EventData> events) {

    public Commit {
        events = List.copyOf(events);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("A commit holds at least one event");
        }
    }

    public long last() {
        return first + events.size() - 1;
    }

    public Head head() {
        return new Head(last(), hash, recordedAt);
    }

    public Stream<RecordedEvent> recordedEvents() {
        return IntStream.range(0, events.size())
                .mapToObj(index -> new RecordedEvent(first + index, recordedAt, events.get(index)));
    }
}
