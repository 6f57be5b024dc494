package dev.andon.eventstore;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The unit of writing: events that were recorded together or not at all, chained to the commit before them.
 *
 * @param first the position of its first event
 * @param commandId what the commit is the result of; at most one commit has it
 * @param condition what the commit depended on, kept so that anybody can check later that it held
 * @param recordedAt the store's own time, never earlier than that of the commit before it
 * @param previousHash the hash of the commit before it
 * @param hash covers everything else
 */
public record Commit(
        long first,
        String id,
        @Nullable String commandId,
        AppendCondition condition,
        Instant recordedAt,
        Hash previousHash,
        Hash hash,
        List<EventData> events) {

    public Commit {
        events = List.copyOf(events);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("A commit holds at least one event");
        }
        if (!recordedAt.equals(recordedAt.truncatedTo(ChronoUnit.MILLIS))) {
            throw new IllegalArgumentException("A commit is recorded at a whole millisecond, not at " + recordedAt);
        }
    }

    /** A commit right behind the head. */
    public static Commit following(
            Head head,
            String id,
            @Nullable String commandId,
            AppendCondition condition,
            Instant now,
            List<EventData> events) {
        return Draft.of(id, commandId, condition, events).behind(head, now);
    }

    public boolean follows(Head head) {
        return first == head.position() + 1 && previousHash.equals(head.hash())
                && !recordedAt.isBefore(head.recordedAt());
    }

    public long last() {
        return first + events.size() - 1;
    }

    public Head head() {
        return new Head(last(), hash, recordedAt);
    }

    public Stream<RecordedEvent> recordedEvents() {
        return events.size() == 1
                ? Stream.of(recordedEvent(0))
                : IntStream.range(0, events.size()).mapToObj(this::recordedEvent);
    }

    RecordedEvent recordedEvent(int index) {
        return new RecordedEvent(first + index, recordedAt, events.get(index));
    }

    /** Those of its events that match and stand in (after, upTo]. */
    public Stream<RecordedEvent> recordedEvents(Criteria criteria, long after, long upTo) {
        return recordedEvents().filter(
                event -> event.position() > after && event.position() <= upTo && criteria.matches(event.data()));
    }
}
