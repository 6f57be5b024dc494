package dev.andon.eventstore;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which events somebody is interested in: those that satisfy at least one clause. A clause speaks of the type AND the
 * tags of one and the same event, never of one event's type and its neighbour's tag.
 */
public record Criteria(List<Clause> clauses) {

    private static final Criteria EVERYTHING = new Criteria(List.of(new Clause(Set.of(), Set.of())));
    private static final Criteria NOTHING = new Criteria(List.of());

    public Criteria {
        clauses = List.copyOf(clauses);
    }

    /** Satisfied by an event that has all these tags and, unless no type is named, one of these types. */
    public record Clause(Set<Tag> tags, Set<String> types) {

        public Clause {
            tags = Set.copyOf(tags);
            types = Set.copyOf(types);
        }

        boolean matches(EventData event) {
            return (types.isEmpty() || types.contains(event.type())) && event.tags().containsAll(tags);
        }
    }

    public static Criteria everything() {
        return EVERYTHING;
    }

    public static Criteria nothing() {
        return NOTHING;
    }

    public static Criteria tagged(Tag... tags) {
        return new Criteria(List.of(new Clause(Set.of(tags), Set.of())));
    }

    public static Criteria ofTypes(String... types) {
        return new Criteria(List.of(new Clause(Set.of(), Set.of(types))));
    }

    /** Narrows every clause to these types. */
    public Criteria andTypes(String... types) {
        return new Criteria(clauses.stream().map(clause -> new Clause(clause.tags(), Set.of(types))).toList());
    }

    public Criteria or(Criteria other) {
        return new Criteria(Stream.concat(clauses.stream(), other.clauses.stream()).distinct().toList());
    }

    public boolean matches(EventData event) {
        // a loop, since every event that is read or followed goes through it
        for (Clause clause : clauses) {
            if (clause.matches(event)) {
                return true;
            }
        }
        return false;
    }
}
