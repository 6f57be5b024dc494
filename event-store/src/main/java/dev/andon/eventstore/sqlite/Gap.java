package dev.andon.eventstore.sqlite;

import dev.andon.eventstore.ByUtf8;
import org.jspecify.annotations.Nullable;

/**
 * Two tags, encoded, between which none stands in the index of the file. New identifiers count up, so who asks whether there
 * is the next one mostly asks about the same gap, and the file need not be asked.
 *
 * @param last before it; null if there is none
 * @param next behind it; null if there is none
 */
record Gap(@Nullable String last, @Nullable String next) {

    boolean spans(String tag) {
        return (last == null || ByUtf8.ORDER.compare(last, tag) < 0)
                && (next == null || ByUtf8.ORDER.compare(tag, next) < 0);
    }
}
