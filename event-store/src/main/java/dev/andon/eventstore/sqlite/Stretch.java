package dev.andon.eventstore.sqlite;

import dev.andon.eventstore.ByUtf8;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tags, encoded, stand in a stretch of the index of the file. New identifiers count up, and their neighbours in the
 * index are few, so who asks whether there is the next one mostly asks about the same stretch, and the file need not be asked.
 */
final class Stretch {

    private final @Nullable String last;
    private final @Nullable String next;
    private final Set<String> tags;

    /**
     * @param last what stands before it; null if there is nothing
     * @param next what stands behind it; null if there is nothing
     */
    Stretch(@Nullable String last, Collection<String> tags, @Nullable String next) {
        this.last = last;
        this.next = next;
        this.tags = new HashSet<>(tags);
    }

    boolean spans(String tag) {
        return (last == null || ByUtf8.ORDER.compare(last, tag) < 0)
                && (next == null || ByUtf8.ORDER.compare(tag, next) < 0);
    }

    /** One that it spans. */
    void add(String tag) {
        tags.add(tag);
    }

    boolean has(String tag) {
        return tags.contains(tag);
    }

    int size() {
        return tags.size();
    }
}
