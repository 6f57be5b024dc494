package dev.andon.eventstore.sqlite;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Where some commits begin, one behind the other. Numbers and not objects, since of most subjects there is one, and of
 * all together there are tens of thousands, which stay for as long as the garbage collector finds too long.
 */
final class Firsts {

    static final Firsts NONE = new Firsts();

    private long[] firsts = new long[1];
    private int size;

    /** Behind all that are in it; false if it is the last of them. */
    boolean add(long first) {
        if (size > 0 && firsts[size - 1] == first) {
            return false;
        }
        if (size == firsts.length) {
            firsts = Arrays.copyOf(firsts, 2 * size);
        }
        firsts[size++] = first;
        return true;
    }

    int size() {
        return size;
    }

    long get(int index) {
        return firsts[index];
    }

    LongStream stream() {
        return Arrays.stream(firsts, 0, size);
    }

    /** Of the first one that is not before this position. */
    int indexFrom(long position) {
        int found = Arrays.binarySearch(firsts, 0, size, position);
        return found >= 0 ? found : -found - 1;
    }

    boolean contains(long first) {
        return Arrays.binarySearch(firsts, 0, size, first) >= 0;
    }
}
