package dev.andon.command.decision;

import dev.andon.kernel.Tag;
import dev.andon.kernel.event.Event;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a decision rests on: a consistency boundary, and the state that the events inside it fold into.
 *
 * <p>The same boundary selects the events to read and guards the append, so a model that forgets an event type is not only
 * ignorant, it also lets a concurrent command change what it decided on. Each part of a combined model sees only the
 * events inside its own boundary, whatever its neighbours read.
 */
public final class DecisionModel<S> {

    private final List<Clause> boundary;
    private final Supplier<Folding<S>> folding;

    private DecisionModel(List<Clause> boundary, Supplier<Folding<S>> folding) {
        this.boundary = boundary;
        this.folding = folding;
    }

    /** Events of one of these types that carry all these tags. */
    public record Clause(Set<Tag> tags, Set<Class<? extends Event>> types) {

        boolean contains(Event event) {
            return types.contains(event.getClass()) && event.tags().containsAll(tags);
        }
    }

    private interface Folding<S> {

        void on(Event event);

        S state();
    }

    @SafeVarargs
    public static Selection about(Tag tag, Class<? extends Event>... types) {
        return about(Set.of(tag), types);
    }

    @SafeVarargs
    public static Selection about(Set<Tag> tags, Class<? extends Event>... types) {
        return new Selection(List.of(new Clause(tags, Set.of(types))));
    }

    /** A model that needs to know nothing. */
    public static DecisionModel<Nothing> nothing() {
        return new Selection(List.of()).into(Nothing.NOTHING, (nothing, _) -> nothing);
    }

    /** The state of a rule that depends on no event. */
    public enum Nothing {
        NOTHING
    }

    /** The events that a model reads. */
    public record Selection(List<Clause> clauses) {

        @SafeVarargs
        public final Selection and(Set<Tag> tags, Class<? extends Event>... types) {
            return new Selection(
                    Stream.concat(clauses.stream(), Stream.of(new Clause(tags, Set.of(types)))).toList());
        }

        public <S> DecisionModel<S> into(S initial, BiFunction<S, Event, S> evolve) {
            return new DecisionModel<>(clauses, () -> new Folding<>() {
                private S state = initial;

                @Override
                public void on(Event event) {
                    if (clauses.stream().anyMatch(clause -> clause.contains(event))) {
                        state = evolve.apply(state, event);
                    }
                }

                @Override
                public S state() {
                    return state;
                }
            });
        }
    }

    /** Both models' knowledge, decided on in one consistency boundary. */
    public <T, R> DecisionModel<R> and(DecisionModel<T> other, BiFunction<S, T, R> combine) {
        return new DecisionModel<>(Stream.concat(boundary.stream(), other.boundary.stream()).toList(), () -> {
            Folding<S> left = folding.get();
            Folding<T> right = other.folding.get();
            return new Folding<>() {
                @Override
                public void on(Event event) {
                    left.on(event);
                    right.on(event);
                }

                @Override
                public R state() {
                    return combine.apply(left.state(), right.state());
                }
            };
        });
    }

    public List<Clause> boundary() {
        return boundary;
    }

    /** What is known after these events, oldest first. */
    public S after(Iterable<Event> events) {
        Folding<S> fold = folding.get();
        events.forEach(fold::on);
        return fold.state();
    }
}
