package dev.andon.eventstore;

import java.util.HashMap;
import java.util.Map;

/**
 * Knows of a condition that it held, without looking at the log. Of each type and tag that occur together it keeps a
 * position that is never before their last one, in a table whose size does not depend on how many there are: when two
 * share their places, the later one stands for both. So "nothing has come since" is certain, while "something may have"
 * must be looked up. Looking up each condition instead would cost a read for every commit.
 */
final class LastOccurrences {

    private static final int PROBES = 3;
    private static final int PLACES_FOR_EACH_EVENT = 8;
    private static final int MAX_TYPES = 1_024;
    private static final long GREATEST = 0xFFFF_FFFFL;

    private final int[] positions;
    private final Map<String, Long> types = new HashMap<>();
    private boolean moreTypes;

    /** A quarter of the heap and 64 MB at most, but no more than so many events can need. */
    LastOccurrences(long events) {
        long places = Math.min(events * PLACES_FOR_EACH_EVENT, Runtime.getRuntime().maxMemory() / 4 / Integer.BYTES);
        positions = new int[Math.clamp(Long.highestOneBit(places), 1 << 10, 1 << 24)];
    }

    void add(RecordedEvent event) {
        // what does not fit counts as later than anything, and is looked up
        long position = Math.min(event.position(), GREATEST);
        String type = event.data().type();
        if (types.containsKey(type) || types.size() < MAX_TYPES) {
            types.put(type, position);
        } else {
            moreTypes = true;
        }
        for (Tag tag : event.data().tags()) {
            long fingerprint = Fingerprint.of(type, tag.key(), tag.value());
            for (int probe = 0; probe < PROBES; probe++) {
                positions[place(fingerprint, probe)] = (int) position;
            }
        }
    }

    /** Whether an event behind this position may match; "no" is certain. */
    boolean mayMatchBehind(long position, Criteria criteria) {
        return criteria.clauses().stream().anyMatch(clause -> mayMatchBehind(position, clause));
    }

    private boolean mayMatchBehind(long position, Criteria.Clause clause) {
        if (clause.types().isEmpty()) {
            return moreTypes || types.keySet().stream().anyMatch(type -> mayMatchBehind(position, type, clause));
        }
        return clause.types().stream().anyMatch(type -> mayMatchBehind(position, type, clause));
    }

    private boolean mayMatchBehind(long position, String type, Criteria.Clause clause) {
        return isBehind(position, types.getOrDefault(type, moreTypes ? GREATEST : 0))
                && clause.tags().stream().allMatch(tag -> isBehind(position, last(type, tag)));
    }

    private static boolean isBehind(long position, long last) {
        return last > position || last == GREATEST;
    }

    private long last(String type, Tag tag) {
        long fingerprint = Fingerprint.of(type, tag.key(), tag.value());
        long last = GREATEST;
        for (int probe = 0; probe < PROBES; probe++) {
            last = Math.min(last, Integer.toUnsignedLong(positions[place(fingerprint, probe)]));
        }
        return last;
    }

    private int place(long fingerprint, int probe) {
        int step = (int) (fingerprint >>> 32) | 1;
        return (int) fingerprint + probe * step & positions.length - 1;
    }
}
