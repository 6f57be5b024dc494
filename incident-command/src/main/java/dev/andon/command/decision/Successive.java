package dev.andon.command.decision;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Knowledge that leads to what else must be known. All of it guards the append: a command that looked up the incidents of a
 * service, and then only guarded what it read about each, would not see that another one was declared meanwhile.
 */
public record Successive<S, T>(DecisionModel<S> first, Function<S, Knowledge<T>> next) implements Knowledge<T> {

    @Override
    public List<DecisionModel.Clause> boundary() {
        return first.boundary();
    }

    @Override
    public T afterEntries(Iterable<Entry> entries) {
        return next.apply(first.afterEntries(entries)).afterEntries(entries);
    }

    @Override
    public <U, R> Knowledge<R> alongside(Knowledge<U> other, BiFunction<T, U, R> combine) {
        return new Successive<>(first, known -> next.apply(known).alongside(other, combine));
    }
}
