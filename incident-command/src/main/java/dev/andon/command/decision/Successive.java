package dev.andon.command.decision;

import dev.andon.kernel.event.Event;
import java.util.List;
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
    public T after(Iterable<Event> events) {
        return next.apply(first.after(events)).after(events);
    }
}
