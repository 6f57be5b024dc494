package dev.andon.query.readmodel;

import dev.andon.kernel.json.AndonJson;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the documents of one read model follow from events: a pure function, the same when following along as when building
 * anew. It may look at nothing but the document and the event; no clock, no other read model.
 *
 * @param <D> the document, a record that the language's JSON can hold
 */
public interface Projection<D> {

    String name();

    /** Raised whenever the same events would give other documents; the read model is then built anew from position 1. */
    int version();

    Class<D> documentType();

    /** The documents that this event touches; none for most events. */
    Set<DocumentKey> keysOf(Recorded recorded);

    /**
     * Whether each document is written at one event and never again, under an id that is the event's position
     * ({@link DocumentKey#numbered}). There is nothing to look up before it is written then, and what was read once need not
     * be read again.
     */
    default boolean writesOnce() {
        return false;
    }

    /** The document after this event, or null if there shall be none. */
    @Nullable
    D apply(@Nullable D document, DocumentKey key, Recorded recorded);

    /**
     * What is stored of a document that is written once.
     *
     * @param event the JSON of its event as the log has it: there is no need to encode again what was just decoded
     */
    default byte[] json(D document, byte[] event) {
        return AndonJson.mapper().writeValueAsBytes(document);
    }

    /** What documents can be searched by, beside their key: field name to value. */
    default Map<String, String> indexOf(D document) {
        return Map.of();
    }
}
