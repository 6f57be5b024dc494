package dev.andon.command.decision;

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
    public R afterEntries(Iterable<Entry> entries) {
        return combine.apply(left.afterEntries(entries), right.afterEntries(entries));
    }
}
