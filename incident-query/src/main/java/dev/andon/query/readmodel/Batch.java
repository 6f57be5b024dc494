package dev.andon.query.readmodel;

import dev.andon.kernel.json.AndonJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Events that are applied to a projection's documents in memory, to be stored in one go.
 *
 * <p>Keeps: an event is applied to all documents that it touches or to none, in order, and to no document twice. A
 * document knows the last event that it has seen, so a batch that was stored only in part before a crash can be repeated
 * with other boundaries and still ends in the same bytes. The first event that cannot be applied ends the batch before it.
 */
final class Batch<D> {

    private final Projection<D> projection;
    private final long after;
    private final List<Step> steps = new ArrayList<>();
    private final Map<DocumentKey, Known<D>> documents = new HashMap<>();
    private final Set<DocumentKey> changed = new HashSet<>();
    private long position;
    private @Nullable ProjectionFailure failure;

    private record Step(Recorded event, String type, byte @Nullable [] json, Set<DocumentKey> keys) {}

    /**
     * A document as it is after an event.
     *
     * @param index what it can be searched by in the store; null if that was not worked out
     * @param event the JSON of that event as the log has it, for a document that is made of it alone
     */
    record Known<D>(
            long position, @Nullable D document, @Nullable Map<String, String> index, byte @Nullable [] event) {

        Known(long position, @Nullable D document, @Nullable Map<String, String> index) {
            this(position, document, index, null);
        }

        static <D> Known<D> nothing() {
            return new Known<>(0, null, Map.of());
        }
    }

    Batch(Projection<D> projection, long after, List<DecodedEvent> events) {
        this.projection = projection;
        this.after = after;
        this.position = after;
        for (DecodedEvent event : events) {
            try {
                Recorded recorded = event.orThrow();
                steps.add(new Step(recorded, event.type(), event.json(), projection.keysOf(recorded)));
            } catch (RuntimeException e) {
                failure = ProjectionFailure.at(event.position(), event.type(), e);
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

    /** What is stored, to be handed to {@link #applyTo}. */
    Known<D> known(StoredDocument stored) {
        byte[] body = stored.body();
        return body == null
                ? new Known<>(stored.position(), null, Map.of())
                : new Known<>(stored.position(), AndonJson.mapper().readValue(body, projection.documentType()), null);
    }

    /** What is to be stored, given what is; afterwards position and failure say how far it came. */
    List<DocumentChange> applyTo(Map<DocumentKey, Known<D>> known) {
        for (Step step : steps) {
            try {
                for (Map.Entry<DocumentKey, Known<D>> next : after(step, known)) {
                    if (next.getValue().document() != null || before(next.getKey(), known).document() != null) {
                        changed.add(next.getKey());
                    }
                    documents.put(next.getKey(), next.getValue());
                }
                position = step.event().position();
            } catch (RuntimeException e) {
                failure = ProjectionFailure.at(step.event().position(), step.type(), e);
                break;
            }
        }
        List<DocumentChange> changes = new ArrayList<>();
        for (Map.Entry<DocumentKey, Known<D>> each : documents.entrySet()) {
            if (!changed.contains(each.getKey())) {
                continue;
            }
            try {
                Known<D> before = known.getOrDefault(each.getKey(), Known.nothing());
                DocumentChange change = change(each.getKey(), each.getValue(), before.index());
                changes.add(change);
                each.setValue(new Known<>(each.getValue().position(), each.getValue().document(), change.index()));
            } catch (RuntimeException e) {
                // Which of several events made the document unwritable cannot be told, so none of the batch counts.
                failure = ProjectionFailure.at(each.getValue().position(), null, e);
                position = after;
                documents.clear();
                return List.of();
            }
        }
        return changes;
    }

    /** All that it touched, as it is from now on. */
    Map<DocumentKey, Known<D>> documents() {
        return documents;
    }

    long position() {
        return position;
    }

    @Nullable
    ProjectionFailure failure() {
        return failure;
    }

    private List<Map.Entry<DocumentKey, Known<D>>> after(Step step, Map<DocumentKey, Known<D>> known) {
        long current = step.event().position();
        List<Map.Entry<DocumentKey, Known<D>>> next = new ArrayList<>(step.keys().size());
        for (DocumentKey key : step.keys()) {
            Known<D> before = before(key, known);
            if (before.position() < current) {
                next.add(Map.entry(key, new Known<>(
                        current, projection.apply(before.document(), key, step.event()), null, step.json())));
            }
        }
        return next;
    }

    private Known<D> before(DocumentKey key, Map<DocumentKey, Known<D>> known) {
        Known<D> touched = documents.get(key);
        return touched == null ? known.getOrDefault(key, Known.nothing()) : touched;
    }

    private DocumentChange change(
            DocumentKey key, Known<D> known, @Nullable Map<String, String> indexBefore) {
        D document = known.document();
        return document == null
                ? new DocumentChange(new StoredDocument(key, known.position(), null), Map.of(), indexBefore)
                : new DocumentChange(new StoredDocument(key, known.position(), json(document, known.event())),
                        projection.indexOf(document), indexBefore);
    }

    /**
     * Only what is written once is made of the event's own bytes. What is read back and written again is encoded from what was
     * understood of it, and so it must be the first time, or its bytes would tell in how many batches it was built.
     */
    private byte[] json(D document, byte @Nullable [] event) {
        return event != null && projection.writesOnce() ? projection.json(document, event)
                : AndonJson.mapper().writeValueAsBytes(document);
    }
}
