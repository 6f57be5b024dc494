package dev.andon.query.readmodel;

/** A version that a store keeps, as it stood when the store was asked. */
public record KeptVersion(VersionState state, DocumentStore documents) {}
