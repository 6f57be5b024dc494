package dev.andon.query.readmodel;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document to be stored, or taken away if it has no body, and what it can be searched by from now on.
 *
 * @param indexBefore what it could be searched by until now, if that is known: a store need not write what stays the same
 */
public record DocumentChange(
        StoredDocument document, Map<String, String> index, @Nullable Map<String, String> indexBefore) {

    public DocumentChange {
        index = Map.copyOf(index);
    }

    /** Of a document of which nothing is known. */
    public DocumentChange(StoredDocument document, Map<String, String> index) {
        this(document, index, null);
    }
}
