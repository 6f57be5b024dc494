package dev.andon.query;

import dev.andon.kernel.Actor;
import dev.andon.kernel.EventMetadata;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.IncidentEvent;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.Projection;
import dev.andon.query.readmodel.Recorded;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.timeline.Entry;
import dev.andon.query.timeline.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Recorded events, each one position further. What is recorded without a time of its own is recorded when it happened. */
public final class History {

    public static final Actor ALICE = new Actor("alice", "slack-bot");

    private final List<Recorded> recorded = new ArrayList<>();

    public static History of(Event... events) {
        var history = new History();
        for (Event event : events) {
            history.then(event);
        }
        return history;
    }

    public History then(Event event) {
        var metadata = new TreeMap<>(EventMetadata.of(ALICE));
        metadata.put(EventMetadata.CHANNEL, "SLACK");
        return then(event, event.occurredAt(), metadata);
    }

    public History then(Event event, Instant recordedAt, Map<String, String> metadata) {
        recorded.add(new Recorded(recorded.size() + 1, recordedAt, metadata, event));
        return this;
    }

    public List<Recorded> recorded() {
        return recorded;
    }

    public List<Event> events() {
        return recorded.stream().map(Recorded::event).toList();
    }

    public Timeline timeline() {
        return timeline(Viewpoint.HINDSIGHT);
    }

    public Timeline timeline(Viewpoint viewpoint) {
        return Timeline.of(entries(), viewpoint);
    }

    public List<Entry> entries() {
        return recorded.stream()
                .filter(one -> one.event() instanceof IncidentEvent)
                .map(one -> Entry.of(one, (IncidentEvent) one.event()))
                .toList();
    }

    /** The documents after all events, by group and id. */
    public <D> Map<DocumentKey, D> documents(Projection<D> projection) {
        Map<DocumentKey, D> documents = new LinkedHashMap<>();
        for (Recorded one : recorded) {
            for (DocumentKey key : projection.keysOf(one)) {
                D document = projection.apply(documents.get(key), key, one);
                if (document == null) {
                    documents.remove(key);
                } else {
                    documents.put(key, document);
                }
            }
        }
        return documents;
    }

    public <D> D document(Projection<D> projection, DocumentKey key) {
        return Objects.requireNonNull(documents(projection).get(key), () -> "no document " + key);
    }
}
