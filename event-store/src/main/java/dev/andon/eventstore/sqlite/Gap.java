package dev.andon.eventstore.sqlite;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Between which tags none stands in the index of the file, until more is written to it. New identifiers count up, so who asks
 * whether there is the next one mostly asks about the same gap, and the file need not be asked.
 *
 * @param from encoded, and not in the index itself
 * @param upTo the next one that is; null if none is
 * @param writes how often the index had been written to
 */
record Gap(String from, @Nullable String upTo, long writes) {

    boolean spans(String tag, long writesByNow) {
        return writes == writesByNow && compare(from, tag) <= 0 && (upTo == null || compare(tag, upTo) < 0);
    }

    /** As the file does, which is not as Java does. */
    private static int compare(String one, String other) {
        return Arrays.compareUnsigned(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
