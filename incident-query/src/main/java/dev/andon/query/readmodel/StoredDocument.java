package dev.andon.query.readmodel;

import org.jspecify.annotations.Nullable;

/**
 * A document as it is stored, or what is known of one that is gone.
 *
 * @param position the last event that was applied to it: applying that one, or one before it, again changes nothing
 * @param body its JSON, never to be changed; null where there is no document any more
 */
public record StoredDocument(DocumentKey key, long position, byte @Nullable [] body) {}
