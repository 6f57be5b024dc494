package dev.andon.command.decision;

import java.util.function.BiFunction;

/** Two models in one boundary. */
record Joined<S, T, R>(DecisionModel<S> left, DecisionModel<T> right, BiFunction<S, T, R> combine)
        implements
            DecisionModel<R> {

    @Override
    public void addTo(Boundary boundary) {
        left.addTo(boundary);
        right.addTo(boundary);
    }

    @Override
    public R afterEntries(Iterable<Entry> entries) {
        return combine.apply(left.afterEntries(entries), right.afterEntries(entries));
    }
}
