package dev.andon.eventstore;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.stream.Stream;

/** The last events of a log, by what criteria ask of them; without their payloads, so that memory stays constant. */
final class RecentEvents {

    private static final int MAX_EVENTS = 4_096;
    private static final byte[] NO_PAYLOAD = {};

    private final Deque<RecordedEvent> events = new ArrayDeque<>();

    void add(Commit commit) {
        commit.recordedEvents().map(RecentEvents::withoutPayload).forEach(events::addLast);
        while (events.size() > MAX_EVENTS) {
            events.removeFirst();
        }
    }

    /** Whether every event behind this position is among them. */
    boolean reachBackTo(long position) {
        RecordedEvent oldest = events.peekFirst();
        return oldest == null || oldest.position() <= position + 1;
    }

    Stream<RecordedEvent> matching(AppendCondition condition) {
        return events.reversed().stream()
                .takeWhile(event -> event.position() > condition.after())
                .filter(event -> condition.criteria().matches(event.data()));
    }

    private static RecordedEvent withoutPayload(RecordedEvent event) {
        EventData data = event.data();
        return new RecordedEvent(event.position(), event.recordedAt(), new EventData(data.id(), data.type(),
                data.version(), data.occurredAt(), data.tags(), NO_PAYLOAD, Map.of()));
    }
}
