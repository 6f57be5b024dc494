package dev.andon.query.readmodel;

/** A document that a {@link DocumentQuery} found, and where to go on behind it. */
public record FoundDocument(StoredDocument document, Cursor cursor) {}
