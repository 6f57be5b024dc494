package dev.andon.eventstore;

import static dev.andon.eventstore.Places.NOWHERE;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Finds events in memory by what a clause names, without looking at others. The tag stands beside the type, not behind
 * it: with an index by tag alone, a command on an incident with ten thousand findings would pass over each of them to
 * find the three events that it depends on.
 *
 * <p>Its loops are loops and not streams: a command goes through them three times, for a handful of tags and types.
 */
final class EventIndex {

    private final Map<String, OfType> types = new HashMap<>();
    /** Where each event was added, in order: as often as it was added there. */
    private final Queue<Places> additions = new ArrayDeque<>();

    private record OfType(Places all, Map<Tag, Places> byTag) {

        OfType(String type) {
            this(new Places(type, null), new HashMap<>(4));
        }
    }

    /** Stands behind all that are in it. */
    void add(Commit commit) {
        long position = commit.first();
        for (EventData event : commit.events()) {
            OfType ofType = types.computeIfAbsent(event.type(), OfType::new);
            add(ofType.all(), position);
            for (Tag tag : event.tags()) {
                add(ofType.byTag().computeIfAbsent(tag, _ -> new Places(event.type(), tag)), position);
            }
            position++;
        }
    }

    private void add(Places places, long position) {
        places.addLast(position);
        additions.add(places);
    }

    void removeUpTo(long position) {
        for (Places oldest = additions.peek(); oldest != null
                && oldest.first() <= position; oldest = additions.peek()) {
            additions.remove();
            oldest.removeFirst();
            if (oldest.isEmpty()) {
                forget(oldest);
            }
        }
    }

    private void forget(Places places) {
        OfType ofType = types.get(places.type());
        if (ofType != null && places.tag() != null) {
            ofType.byTag().remove(places.tag());
        }
        if (ofType != null && ofType.all().isEmpty() && ofType.byTag().isEmpty()) {
            types.remove(places.type());
        }
    }

    void clear() {
        types.clear();
        additions.clear();
    }

    /** Where the matching events in (after, upTo] stand, in order. */
    long[] matching(Criteria criteria, long after, long upTo) {
        Matches matches = new Matches();
        for (Criteria.Clause clause : criteria.clauses()) {
            for (String type : typesOf(clause)) {
                List<Places> places = placesOf(type, clause);
                for (long next = next(places, after); next <= upTo && next != NOWHERE; next = next(places, next)) {
                    matches.add(next);
                }
            }
        }
        return matches.inOrder();
    }

    /** Where the first match behind this position stands, or {@link Places#NOWHERE}. */
    long firstMatch(Criteria criteria, long after) {
        long first = NOWHERE;
        for (Criteria.Clause clause : criteria.clauses()) {
            for (String type : typesOf(clause)) {
                first = Math.min(first, next(placesOf(type, clause), after));
            }
        }
        return first;
    }

    private Collection<String> typesOf(Criteria.Clause clause) {
        return clause.types().isEmpty() ? types.keySet() : clause.types();
    }

    /** Where a match has to stand, in each of them at once; none if nothing can match. */
    private List<Places> placesOf(String type, Criteria.Clause clause) {
        OfType ofType = types.get(type);
        if (ofType == null) {
            return List.of();
        }
        if (clause.tags().isEmpty()) {
            return List.of(ofType.all());
        }
        List<Places> places = new ArrayList<>(clause.tags().size());
        for (Tag tag : clause.tags()) {
            Places ofTag = ofType.byTag().get(tag);
            if (ofTag == null) {
                return List.of();
            }
            places.add(ofTag);
        }
        return places;
    }

    /** Each of them is asked for the next one from where the others are, so no more is looked at than the rarest holds. */
    private static long next(List<Places> places, long after) {
        long position = places.isEmpty() ? NOWHERE : places.getFirst().firstBehind(after);
        long candidate = NOWHERE;
        while (position != candidate) {
            candidate = position;
            for (Places each : places) {
                position = Math.max(position, each.firstBehind(position - 1));
            }
        }
        return position;
    }

    /** A few numbers; an event that two clauses name is one. */
    private static final class Matches {

        private long[] positions = new long[4];
        private int count;

        void add(long position) {
            if (count == positions.length) {
                positions = Arrays.copyOf(positions, 2 * count);
            }
            positions[count++] = position;
        }

        long[] inOrder() {
            Arrays.sort(positions, 0, count);
            int distinct = 0;
            for (int index = 0; index < count; index++) {
                if (distinct == 0 || positions[index] != positions[distinct - 1]) {
                    positions[distinct++] = positions[index];
                }
            }
            return Arrays.copyOf(positions, distinct);
        }
    }
}
