package dev.andon.command.decision;

import dev.andon.kernel.event.Event;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** What must be known to decide: read in one go, or step by step where only the first answer tells what to ask next. */
public sealed interface Knowledge<S> permits DecisionModel, Successive {

    /** What is read first, and what nobody may add to meanwhile: one clause for each set of tags. */
    List<DecisionModel.Clause> boundary();

    /** What is known after these events, oldest first. */
    S afterEntries(Iterable<Entry> entries);

    /** What is known after these events, if they are all there are. */
    default S after(List<? extends Event> events) {
        return afterEntries(
                IntStream.range(0, events.size()).mapToObj(index -> new Entry(index + 1L, events.get(index))).toList());
    }

    /** Both pieces of knowledge, decided on in one consistency boundary. */
    <T, R> Knowledge<R> alongside(Knowledge<T> other, BiFunction<S, T, R> combine);
}
