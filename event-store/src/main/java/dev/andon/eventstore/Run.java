package dev.andon.eventstore;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Things in the order of their positions: added behind the last, removed in front of all others, and so found by halving.
 * A tree would do the same for anything in any order, at ten times the cost of an addition.
 */
final class Run<T> {

    private static final int SMALLEST = 4;

    private final ToLongFunction<T> position;
    private @Nullable Object[] things = new Object[SMALLEST];
    private int start;
    private int end;

    Run(ToLongFunction<T> position) {
        this.position = position;
    }

    void addLast(T thing) {
        if (end == things.length) {
            // at least half of the new array is free, or it would be moved again soon
            things = Arrays.copyOfRange(things, start, start + Math.max(SMALLEST, 2 * size()));
            end -= start;
            start = 0;
        }
        things[end++] = thing;
    }

    T removeFirst() {
        T first = get(start);
        things[start++] = null;
        return first;
    }

    int size() {
        return end - start;
    }

    boolean isEmpty() {
        return start == end;
    }

    /** Those at greater positions than the first and none greater than the second; valid until the next change. */
    List<T> between(long after, long upTo) {
        int from = indexBehind(after);
        int to = Math.max(from, indexBehind(upTo));
        return from == to ? List.of() : view().subList(from, to);
    }

    /** The first of those at greater positions than this. */
    Optional<T> firstBehind(long position) {
        int index = indexBehind(position);
        return index == end ? Optional.empty() : Optional.of(get(index));
    }

    @SuppressWarnings("unchecked")
    private List<T> view() {
        return (List<T>) Arrays.asList(things);
    }

    private int indexBehind(long limit) {
        int low = start;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (position.applyAsLong(get(middle)) <= limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // never null from start to end
    private T get(int index) {
        return (T) things[index];
    }
}
