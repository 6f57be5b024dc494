package dev.andon.command.decision;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Tag;
import dev.andon.kernel.event.EntryRetracted;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.IncidentEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a decision rests on: a consistency boundary, and the state that the events inside it evolve.
 *
 * <p>The same boundary selects the events to read and guards the append, so a model that forgets an event type is not only
 * ignorant, it also lets a concurrent command change what it decided on. Hence nothing evolves by an event unless that
 * event's type and tags are named in the same breath, and each part of a joined model sees only its own events, whatever
 * its neighbours read.
 */
public sealed interface DecisionModel<S> extends Knowledge<S> permits Evolving, Joined {

    /** A model that starts with what is known before any event, to be followed by the events that it evolves by. */
    static <S> Evolving<S> startingWith(S initial) {
        return new Evolving<>(initial);
    }

    /** Whether such an event was ever recorded. */
    static DecisionModel<Boolean> whether(Set<Tag> tags, Class<? extends Event> type) {
        return startingWith(false).on(tags, type, (_, _) -> true);
    }

    /**
     * Whether there is such an entry in an incident that was not struck out: a root cause that was a mistake explains
     * nothing. What became of other entries is not read.
     *
     * @param tags the incident's among them
     */
    static Knowledge<Boolean> whetherStands(
            IncidentId incidentId, Set<Tag> tags, Class<? extends IncidentEvent> type) {
        return startingWith(List.<Long>of())
                .onEntry(tags, type, (entries, _, position) -> Stream.concat(entries.stream(), Stream.of(position))
                        .toList())
                .then(entries -> whetherAllStruckOut(entries.stream()
                        .collect(Collectors.toMap(entry -> entry, _ -> incidentId, (first, _) -> first)))
                        .alongside(nothing(), (allStruckOut, _) -> !allStruckOut));
    }

    /**
     * Whether none of these entries stands any more. A retraction is an entry, too: struck out, it takes nothing back.
     *
     * @param entries and the incident that each is of
     */
    static Knowledge<Boolean> whetherAllStruckOut(Map<Long, IncidentId> entries) {
        Knowledge<Boolean> all = startingWith(true);
        for (var entry : entries.entrySet()) {
            IncidentId incidentId = entry.getValue();
            all = all.alongside(
                    whetherStands(
                            incidentId, Set.of(incidentId.tag(), Tag.entry(entry.getKey())), EntryRetracted.class),
                    Boolean::logicalAnd);
        }
        return all;
    }

    /** A model that needs to know nothing. */
    static DecisionModel<Nothing> nothing() {
        return startingWith(Nothing.NOTHING);
    }

    @Override
    default List<Clause> boundary() {
        var boundary = new Boundary();
        addTo(boundary);
        return boundary.clauses();
    }

    /** Adds what this model rests on. */
    void addTo(Boundary boundary);

    /** Both models' knowledge, decided on in one consistency boundary. */
    default <T, R> DecisionModel<R> and(DecisionModel<T> other, BiFunction<S, T, R> combine) {
        return new Joined<>(this, other, combine);
    }

    @Override
    default <T, R> Knowledge<R> alongside(Knowledge<T> other, BiFunction<S, T, R> combine) {
        return switch (other) {
            case DecisionModel<T> model -> and(model, combine);
            case Successive<?, T> successive ->
                successive.alongside(this, (theirs, ours) -> combine.apply(ours, theirs));
        };
    }

    /** All three models' knowledge, decided on in one consistency boundary. */
    default <T, U, R> DecisionModel<R> and(
            DecisionModel<T> second, DecisionModel<U> third, Combining<S, T, U, R> combine) {
        return and(second, (s, t) -> (Function<U, R>) u -> combine.of(s, t, u)).and(third, Function::apply);
    }

    /** What each of these models knows, decided on in one consistency boundary. */
    static <S> DecisionModel<List<S>> ofEach(List<DecisionModel<S>> models) {
        DecisionModel<List<S>> all = startingWith(List.of());
        for (DecisionModel<S> model : models) {
            all = all.and(model, (known, one) -> Stream.concat(known.stream(), Stream.of(one)).toList());
        }
        return all;
    }

    /** Goes on from what is known to what must be known then, in the same consistency boundary. */
    default <T> Knowledge<T> then(Function<S, Knowledge<T>> next) {
        return new Successive<>(this, next);
    }

    /** Makes one piece of knowledge of three. */
    @FunctionalInterface
    interface Combining<S, T, U, R> {

        R of(S first, T second, U third);
    }

    /** The state of a rule that depends on no event. */
    enum Nothing {
        NOTHING
    }

    /** Events of one of these types that carry all these tags. */
    record Clause(Set<Tag> tags, Set<Class<? extends Event>> types) {}
}
