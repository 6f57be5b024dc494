package dev.andon.eventstore;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The positions of the events of one type that have one tag, or of all events of the type: added behind the last, removed
 * in front of all others, and found by halving. They are numbers and not the events, since there are as many as there are
 * tags, and each object is one more for the garbage collector to visit.
 */
final class Places {

    /** Behind all that can be in it. */
    static final long NOWHERE = Long.MAX_VALUE;

    private final String type;
    private final @Nullable Tag tag;
    private long[] positions = new long[1];
    private int start;
    private int end;

    /** @param tag null for all events of the type */
    Places(String type, @Nullable Tag tag) {
        this.type = type;
        this.tag = tag;
    }

    String type() {
        return type;
    }

    @Nullable
    Tag tag() {
        return tag;
    }

    void addLast(long position) {
        if (end == positions.length) {
            // at least half of the new array is free, or it would be moved again soon
            positions = Arrays.copyOfRange(positions, start, start + Math.max(1, 2 * size()));
            end -= start;
            start = 0;
        }
        positions[end++] = position;
    }

    void removeFirst() {
        start++;
    }

    long first() {
        return positions[start];
    }

    int size() {
        return end - start;
    }

    boolean isEmpty() {
        return start == end;
    }

    /** The first of them behind this position, or {@link #NOWHERE}. */
    long firstBehind(long position) {
        int found = Arrays.binarySearch(positions, start, end, position);
        int index = found >= 0 ? found + 1 : -found - 1;
        return index < end ? positions[index] : NOWHERE;
    }
}
