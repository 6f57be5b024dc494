package dev.andon.command.decision;

import dev.andon.kernel.event.Event;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Two models in one boundary. */
record Joined<S, T, R>(DecisionModel<S> left, DecisionModel<T> right, BiFunction<S, T, R> combine)
        implements
            DecisionModel<R> {

    @Override
    public List<Clause> boundary() {
        return Clause.merged(Stream.concat(left.boundary().stream(), right.boundary().stream()));
    }

    @Override
    public R after(Iterable<Event> events) {
        return combine.apply(left.after(events), right.after(events));
    }
}
