package dev.andon.eventstore.sqlite;

import dev.andon.eventstore.ByUtf8;
import org.jspecify.annotations.Nullable;

/**
 * Between which tags none stands in the index of the file. New identifiers count up, so who asks whether there is the next one
 * mostly asks about the same gap, and the file need not be asked.
 *
 * @param from encoded, and not in the index itself
 * @param upTo the next one that is; null if none is
 */
record Gap(String from, @Nullable String upTo) {

    boolean spans(String tag) {
        return ByUtf8.ORDER.compare(from, tag) <= 0 && (upTo == null || ByUtf8.ORDER.compare(tag, upTo) < 0);
    }
}
