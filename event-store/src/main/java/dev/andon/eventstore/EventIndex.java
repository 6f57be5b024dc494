package dev.andon.eventstore;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Finds events in memory by what a clause names, without looking at others. The type stands beside the tag, not behind
 * it: with an index by tag alone, a command on an incident with ten thousand findings would pass over each of them to
 * find the three events that it depends on.
 */
final class EventIndex {

    /** By tag, with nothing for "any event", then by type. */
    private final Map<Optional<Tag>, Map<String, Run<RecordedEvent>>> events = new HashMap<>();

    /** Stands behind all that are in it. */
    void add(Commit commit) {
        for (int event = 0; event < commit.events().size(); event++) {
            add(commit.recordedEvent(event));
        }
    }

    private void add(RecordedEvent event) {
        add(Optional.empty(), event);
        for (Tag tag : event.data().tags()) {
            add(Optional.of(tag), event);
        }
    }

    private void add(Optional<Tag> subject, RecordedEvent event) {
        events.computeIfAbsent(subject, _ -> new HashMap<>(4))
                .computeIfAbsent(event.data().type(), _ -> new Run<>(RecordedEvent::position))
                .addLast(event);
    }

    /** The first one of all that are in it. */
    void removeFirst(Commit commit) {
        for (EventData event : commit.events()) {
            removeFirst(Optional.empty(), event);
            for (Tag tag : event.tags()) {
                removeFirst(Optional.of(tag), event);
            }
        }
    }

    private void removeFirst(Optional<Tag> subject, EventData event) {
        events.computeIfPresent(subject, (_, types) -> {
            types.computeIfPresent(event.type(), (_, run) -> {
                run.removeFirst();
                return run.isEmpty() ? null : run;
            });
            return types.isEmpty() ? null : types;
        });
    }

    void clear() {
        events.clear();
    }

    /** The matching events in (after, upTo], in order. */
    List<RecordedEvent> matching(Criteria criteria, long after, long upTo) {
        List<RecordedEvent> matches = new ArrayList<>();
        criteria.clauses().forEach(clause -> collect(clause, after, upTo, matches));
        return matches.stream().sorted(Comparator.comparingLong(RecordedEvent::position)).distinct().toList();
    }

    OptionalLong firstMatch(Criteria criteria, long after) {
        List<RecordedEvent> matches = new ArrayList<>();
        criteria.clauses().forEach(clause -> collect(clause, after, Long.MAX_VALUE, matches));
        return matches.isEmpty()
                ? OptionalLong.empty()
                : matches.stream().mapToLong(RecordedEvent::position).min();
    }

    private void collect(Criteria.Clause clause, long after, long upTo, List<RecordedEvent> matches) {
        Map<String, Run<RecordedEvent>> byType = rarestSubject(clause);
        Collection<String> types = clause.types().isEmpty() ? byType.keySet() : clause.types();
        for (String type : types) {
            Run<RecordedEvent> run = byType.get(type);
            if (run != null) {
                for (RecordedEvent event : run.between(after, upTo)) {
                    if (clause.matches(event.data())) {
                        matches.add(event);
                    }
                }
            }
        }
    }

    private Map<String, Run<RecordedEvent>> rarestSubject(Criteria.Clause clause) {
        Stream<Optional<Tag>> subjects = clause.tags().isEmpty()
                ? Stream.of(Optional.empty())
                : clause.tags().stream().map(Optional::of);
        return subjects.map(subject -> events.getOrDefault(subject, Map.of()))
                .min(Comparator.comparingInt(types -> types.values().stream().mapToInt(Run::size).sum()))
                .orElseThrow();
    }
}
