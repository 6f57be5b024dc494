package dev.andon.eventstore;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The unit of writing: events that were recorded together or not at all, chained to the commit before them.
 *
 * <p>One that is on its way into the log has its encoding with it: whoever hashes it, stores it and keeps it in memory would
 * otherwise encode it again, each for himself.
 */
public final class Commit {

    private final long first;
    private final String id;
    private final @Nullable String commandId;
    private final AppendCondition condition;
    private final Instant recordedAt;
    private final Hash previousHash;
    private final Hash hash;
    private final List<EventData> events;
    private final byte @Nullable [] encoding;

    /**
     * @param first the position of its first event
     * @param commandId what the commit is the result of; at most one commit has it
     * @param condition what the commit depended on, kept so that anybody can check later that it held
     * @param recordedAt the store's own time, never earlier than that of the commit before it
     * @param previousHash the hash of the commit before it
     * @param hash covers everything else
     */
    public Commit(
            long first,
            String id,
            @Nullable String commandId,
            AppendCondition condition,
            Instant recordedAt,
            Hash previousHash,
            Hash hash,
            List<EventData> events) {
        this(first, id, commandId, condition, recordedAt, previousHash, hash, events, null);
    }

    /** @param encoding of all the others */
    Commit(
            long first,
            String id,
            @Nullable String commandId,
            AppendCondition condition,
            Instant recordedAt,
            Hash previousHash,
            Hash hash,
            List<EventData> events,
            byte @Nullable [] encoding) {
        this.first = first;
        this.id = id;
        this.commandId = commandId;
        this.condition = condition;
        this.recordedAt = recordedAt;
        this.previousHash = previousHash;
        this.hash = hash;
        this.events = List.copyOf(events);
        this.encoding = encoding;
        if (events.isEmpty()) {
            throw new IllegalArgumentException("A commit holds at least one event");
        }
        if (!recordedAt.equals(recordedAt.truncatedTo(ChronoUnit.MILLIS))) {
            throw new IllegalArgumentException("A commit is recorded at a whole millisecond, not at " + recordedAt);
        }
    }

    public long first() {
        return first;
    }

    public String id() {
        return id;
    }

    public @Nullable String commandId() {
        return commandId;
    }

    public AppendCondition condition() {
        return condition;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public Hash previousHash() {
        return previousHash;
    }

    public Hash hash() {
        return hash;
    }

    public List<EventData> events() {
        return events;
    }

    /** What {@link CommitEncoding} makes of it; not copied, so never to be changed. */
    public byte[] encoding() {
        return encoding == null ? CommitEncoding.encode(this) : encoding;
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

    @Override
    public boolean equals(Object other) {
        return other instanceof Commit that
                && first == that.first
                && id.equals(that.id)
                && Objects.equals(commandId, that.commandId)
                && condition.equals(that.condition)
                && recordedAt.equals(that.recordedAt)
                && previousHash.equals(that.previousHash)
                && hash.equals(that.hash)
                && events.equals(that.events);
    }

    @Override
    public int hashCode() {
        return Objects.hash(first, id, hash);
    }

    @Override
    public String toString() {
        return "Commit " + id + " at " + first + ", the result of " + commandId + ", under " + condition
                + ", recorded at "
                + recordedAt + ", " + hash + " behind " + previousHash + ": " + events;
    }
}
