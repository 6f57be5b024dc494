package dev.andon.query;

import dev.andon.eventstore.AppendCondition;
import dev.andon.eventstore.EventData;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.Tag;
import dev.andon.kernel.json.EventCodec;
import dev.andon.query.readmodel.Recorded;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts a history into a real log, as the write side would have. */
public final class RecordedHistory {

    private static final EventCodec CODEC = new EventCodec();

    private RecordedHistory() {}

    /** The position of the last event. */
    public static long in(EventStore store, History history) {
        List<EventData> events = history.recorded().stream().map(RecordedHistory::data).toList();
        var commit = Objects.requireNonNull(store.append(events, AppendCondition.none(), null).block());
        return commit.first() + events.size() - 1;
    }

    private static EventData data(Recorded recorded) {
        var event = recorded.event();
        return new EventData(
                UUID.randomUUID().toString(),
                EventCodec.nameOf(event.getClass()),
                EventCodec.versionOf(event.getClass()),
                event.occurredAt(),
                event.tags().stream().map(tag -> new Tag(tag.key(), tag.value())).collect(Collectors.toSet()),
                CODEC.write(event),
                recorded.metadata());
    }
}
