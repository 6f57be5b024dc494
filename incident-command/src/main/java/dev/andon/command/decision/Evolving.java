package dev.andon.command.decision;

import dev.andon.kernel.Tag;
import dev.andon.kernel.event.Event;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** State that evolves by the events it names, and by no other. */
public final class Evolving<S> implements DecisionModel<S> {

    private final S initial;
    private final List<Step<S, ?>> steps;

    Evolving(S initial, List<Step<S, ?>> steps) {
        this.initial = initial;
        this.steps = List.copyOf(steps);
    }

    record Step<S, E extends Event>(Set<Tag> tags, Class<E> type, BiFunction<S, E, S> evolve) {

        DecisionModel.Clause clause() {
            return new DecisionModel.Clause(tags, Set.of(type));
        }

        S after(S state, Event event) {
            return type.isInstance(event) && event.tags().containsAll(tags)
                    ? evolve.apply(state, Objects.requireNonNull(type.cast(event)))
                    : state;
        }
    }

    public <E extends Event> Evolving<S> on(Tag tag, Class<E> type, BiFunction<S, E, S> evolve) {
        return on(Set.of(tag), type, evolve);
    }

    /** Evolves by events of this type that carry all these tags. */
    public <E extends Event> Evolving<S> on(Set<Tag> tags, Class<E> type, BiFunction<S, E, S> evolve) {
        return new Evolving<>(
                initial, Stream.concat(steps.stream(), Stream.of(new Step<>(tags, type, evolve))).toList());
    }

    @Override
    public List<Clause> boundary() {
        return Clause.merged(steps.stream().map(Step::clause));
    }

    @Override
    public S after(Iterable<Event> events) {
        S state = initial;
        for (Event event : events) {
            for (Step<S, ?> step : steps) {
                state = step.after(state, event);
            }
        }
        return state;
    }
}
