package dev.andon.eventstore;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds events in memory by what a clause names, without looking at others. The type stands beside the tag, not behind
 * it: with an index by tag alone, a command on an incident with ten thousand findings would pass over each of them to
 * find the three events that it depends on.
 */
final class EventIndex {

    /** By tag, with nothing for "any event", then by type, then by position. */
    private final Map<Optional<Tag>, Map<String, NavigableMap<Long, RecordedEvent>>> events = new HashMap<>();

    void add(RecordedEvent event) {
        subjects(event).forEach(subject -> events.computeIfAbsent(subject, _ -> new HashMap<>())
                .computeIfAbsent(event.data().type(), _ -> new TreeMap<>())
                .put(event.position(), event));
    }

    void remove(RecordedEvent event) {
        subjects(event).forEach(subject -> events.computeIfPresent(subject, (_, types) -> {
            types.computeIfPresent(event.data().type(), (_, positions) -> {
                positions.remove(event.position());
                return positions.isEmpty() ? null : positions;
            });
            return types.isEmpty() ? null : types;
        }));
    }

    void clear() {
        events.clear();
    }

    /** The matching events in (after, upTo], in order. */
    Collection<RecordedEvent> matching(Criteria criteria, long after, long upTo) {
        NavigableMap<Long, RecordedEvent> matches = new TreeMap<>();
        criteria.clauses().stream().flatMap(clause -> matching(clause, after, upTo))
                .forEach(event -> matches.put(event.position(), event));
        return matches.values();
    }

    OptionalLong firstMatch(Criteria criteria, long after) {
        return criteria.clauses().stream().flatMap(clause -> matching(clause, after, Long.MAX_VALUE))
                .mapToLong(RecordedEvent::position).min();
    }

    private Stream<RecordedEvent> matching(Criteria.Clause clause, long after, long upTo) {
        Map<String, NavigableMap<Long, RecordedEvent>> byType = rarestSubject(clause);
        Set<String> types = clause.types().isEmpty() ? byType.keySet() : clause.types();
        return types.stream().map(byType::get)
                .flatMap(positions -> positions == null || after >= upTo
                        ? Stream.empty()
                        : positions.subMap(after, false, upTo, true).values().stream())
                .filter(event -> clause.matches(event.data()));
    }

    private Map<String, NavigableMap<Long, RecordedEvent>> rarestSubject(Criteria.Clause clause) {
        Stream<Optional<Tag>> subjects = clause.tags().isEmpty()
                ? Stream.of(Optional.empty())
                : clause.tags().stream().map(Optional::of);
        return subjects.map(subject -> events.getOrDefault(subject, Map.of()))
                .min(Comparator.comparingInt(types -> types.values().stream().mapToInt(Map::size).sum()))
                .orElseThrow();
    }

    private static Stream<Optional<Tag>> subjects(RecordedEvent event) {
        return Stream.concat(Stream.of(Optional.empty()), event.data().tags().stream().map(Optional::of));
    }
}
