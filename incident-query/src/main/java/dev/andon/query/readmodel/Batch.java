package dev.andon.query.readmodel;

import dev.andon.kernel.json.AndonJson;
import java.util.ArrayList;
import java.util.HashMap;
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
    private long position;
    private @Nullable ProjectionFailure failure;

    private record Step(Recorded event, String type, byte @Nullable [] json, Set<DocumentKey> keys) {}

    /**
     * A document as it is after an event.
     *
     * @param index what it can be searched by in the store; null if that was not worked out
     */
    record Known<D>(long position, @Nullable D document, @Nullable Map<String, String> index) {

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
        return projection.writesOnce() ? written() : changed(known);
    }

    /** Each by itself, since none depends on what there is. */
    private List<DocumentChange> written() {
        List<DocumentChange> changes = new ArrayList<>(steps.size());
        for (Step step : steps) {
            int complete = changes.size();
            try {
                long current = step.event().position();
                for (DocumentKey key : step.keys()) {
                    D document = projection.apply(null, key, step.event());
                    if (document != null) {
                        changes.add(change(key, current, document, json(document, step.json()), Map.of()));
                    }
                }
                position = current;
            } catch (RuntimeException e) {
                changes.subList(complete, changes.size()).clear();
                failure = ProjectionFailure.at(step.event().position(), step.type(), e);
                break;
            }
        }
        return changes;
    }

    private List<DocumentChange> changed(Map<DocumentKey, Known<D>> known) {
        for (Step step : steps) {
            try {
                for (Map.Entry<DocumentKey, Known<D>> next : after(step, known)) {
                    documents.put(next.getKey(), next.getValue());
                }
                position = step.event().position();
            } catch (RuntimeException e) {
                failure = ProjectionFailure.at(step.event().position(), step.type(), e);
                break;
            }
        }
        List<DocumentChange> changes = new ArrayList<>(documents.size());
        for (Map.Entry<DocumentKey, Known<D>> each : documents.entrySet()) {
            try {
                Known<D> before = known.getOrDefault(each.getKey(), Known.nothing());
                D document = each.getValue().document();
                DocumentChange change = document == null
                        ? gone(each.getKey(), each.getValue().position(), before.index())
                        : change(each.getKey(), each.getValue().position(), document,
                                AndonJson.mapper().writeValueAsBytes(document), before.index());
                changes.add(change);
                each.setValue(new Known<>(each.getValue().position(), document, change.index()));
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

    /** What it changed that others may change again, as it is from now on. */
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

    /** What this event changes. What was not there and is not there now has not been changed. */
    private List<Map.Entry<DocumentKey, Known<D>>> after(Step step, Map<DocumentKey, Known<D>> known) {
        long current = step.event().position();
        List<Map.Entry<DocumentKey, Known<D>>> next = new ArrayList<>(step.keys().size());
        for (DocumentKey key : step.keys()) {
            Known<D> before = before(key, known);
            if (before.position() < current) {
                D document = projection.apply(before.document(), key, step.event());
                if (document != null || before.document() != null) {
                    next.add(Map.entry(key, new Known<>(current, document, null)));
                }
            }
        }
        return next;
    }

    private Known<D> before(DocumentKey key, Map<DocumentKey, Known<D>> known) {
        Known<D> touched = documents.get(key);
        return touched == null ? known.getOrDefault(key, Known.nothing()) : touched;
    }

    private DocumentChange change(
            DocumentKey key, long position, D document, byte[] json, @Nullable Map<String, String> indexBefore) {
        return new DocumentChange(
                new StoredDocument(key, position, json), projection.indexOf(document), indexBefore);
    }

    private static DocumentChange gone(
            DocumentKey key, long position, @Nullable Map<String, String> indexBefore) {
        return new DocumentChange(new StoredDocument(key, position, null), Map.of(), indexBefore);
    }

    /**
     * Only what is written once is made of the event's own bytes. What is read back and written again is encoded from what was
     * understood of it, and so it must be the first time, or its bytes would tell in how many batches it was built.
     */
    private byte[] json(D document, byte @Nullable [] event) {
        return event == null ? AndonJson.mapper().writeValueAsBytes(document) : projection.json(document, event);
    }
}
