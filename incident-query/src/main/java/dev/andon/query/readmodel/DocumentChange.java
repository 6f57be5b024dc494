package dev.andon.query.readmodel;

import java.util.Map;

/** A document to be stored, or taken away if it has no body, and what it can be searched by from now on. */
public record DocumentChange(StoredDocument document, Map<String, String> index) {

    public DocumentChange {
        index = Map.copyOf(index);
    }
}
