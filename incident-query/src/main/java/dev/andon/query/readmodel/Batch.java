package dev.andon.query.readmodel;

import dev.andon.eventstore.RecordedEvent;
import dev.andon.kernel.json.AndonJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events that are applied to a projection's documents in memory, to be stored in one go.
 *
 * <p>Keeps: an event is applied to all documents that it touches or to none, in order, and to no document twice. A
 * document knows the last event that it has seen, so a batch that was stored only in part before a crash can be repeated
 * with other boundaries and still ends in the same bytes. The first event that cannot be applied ends the batch before it.
 */
final class Batch<D> {

    private final Projection<D> projection;
    private final JsonMapper json = AndonJson.mapper();
    private final long after;
    private final List<Step> steps = new ArrayList<>();
    private final Map<DocumentKey, Version<D>> documents = new HashMap<>();
    private long position;
    private @Nullable ProjectionFailure failure;

    private record Step(Recorded event, Set<DocumentKey> keys) {}

    private record Version<D>(long position, @Nullable D document, boolean changed) {}

    Batch(Projection<D> projection, EventDecoder decoder, long after, List<RecordedEvent> events) {
        this.projection = projection;
        this.after = after;
        this.position = after;
        for (RecordedEvent event : events) {
            try {
                Recorded recorded = decoder.decode(event);
                steps.add(new Step(recorded, projection.keysOf(recorded)));
            } catch (RuntimeException e) {
                failure = ProjectionFailure.at(event.position(), e);
                return;
            }
        }
    }

    /** The documents that it needs to see. */
    Set<DocumentKey> keys() {
        Set<DocumentKey> keys = new LinkedHashSet<>();
        steps.forEach(step -> keys.addAll(step.keys()));
        return keys;
    }

    /** What is to be stored, given what is; afterwards position and failure say how far it came. */
    List<DocumentChange> applyTo(Map<DocumentKey, StoredDocument> stored) {
        for (Step step : steps) {
            try {
                documents.putAll(after(step, stored));
                position = step.event().position();
            } catch (RuntimeException e) {
                failure = ProjectionFailure.at(step.event().position(), e);
                break;
            }
        }
        List<DocumentChange> changes = new ArrayList<>();
        for (Map.Entry<DocumentKey, Version<D>> each : documents.entrySet()) {
            try {
                if (each.getValue().changed()) {
                    changes.add(change(each.getKey(), each.getValue()));
                }
            } catch (RuntimeException e) {
                // Which of several events made the document unwritable cannot be told, so none of the batch counts.
                failure = ProjectionFailure.at(each.getValue().position(), e);
                position = after;
                return List.of();
            }
        }
        return changes;
    }

    long position() {
        return position;
    }

    @Nullable
    ProjectionFailure failure() {
        return failure;
    }

    private Map<DocumentKey, Version<D>> after(Step step, Map<DocumentKey, StoredDocument> stored) {
        long current = step.event().position();
        Map<DocumentKey, Version<D>> next = new HashMap<>();
        for (DocumentKey key : step.keys()) {
            Version<D> known = documents.get(key);
            Version<D> before = known == null ? read(stored.get(key)) : known;
            if (before.position() < current) {
                D document = projection.apply(before.document(), key, step.event());
                boolean changed = before.changed() || before.document() != null || document != null;
                next.put(key, new Version<>(current, document, changed));
            }
        }
        return next;
    }

    private Version<D> read(@Nullable StoredDocument stored) {
        if (stored == null) {
            return new Version<>(0, null, false);
        }
        byte[] body = stored.body();
        D document = body == null ? null : json.readValue(body, projection.documentType());
        return new Version<>(stored.position(), document, false);
    }

    private DocumentChange change(DocumentKey key, Version<D> version) {
        D document = version.document();
        return document == null
                ? new DocumentChange(new StoredDocument(key, version.position(), null), Map.of())
                : new DocumentChange(new StoredDocument(key, version.position(), json.writeValueAsBytes(document)),
                        projection.indexOf(document));
    }
}
