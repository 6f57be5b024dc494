package dev.andon.command.decision;

import dev.andon.kernel.event.Event;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * How a state evolves by events of some types, whatever they are about. Said once, and bound to tags for each command: what
 * nearly every rule reads would else be put together anew each time.
 */
public final class Course<S> {

    private final Map<Class<? extends Event>, Evolving.Evolution<S, Event>> evolutions;

    private Course(Map<Class<? extends Event>, Evolving.Evolution<S, Event>> evolutions) {
        this.evolutions = evolutions;
    }

    /** Goes on from what is known before any event, to be followed by the events that it evolves by. */
    public static <S> Course<S> begun() {
        return new Course<>(Map.of());
    }

    static <S, E extends Event> Course<S> of(Class<E> type, Evolving.Evolution<S, E> evolve) {
        return new Course<>(Map.of(type, cast(type, evolve)));
    }

    public <E extends Event> Course<S> on(Class<E> type, BiFunction<S, E, S> evolve) {
        var more = new HashMap<>(evolutions);
        more.put(type, cast(type, (state, event, _) -> evolve.apply(state, event)));
        return new Course<>(Map.copyOf(more));
    }

    private static <S, E extends Event> Evolving.Evolution<S, Event> cast(
            Class<E> type, Evolving.Evolution<S, E> evolve) {
        return (state, event, position) -> evolve.of(state, Objects.requireNonNull(type.cast(event)), position);
    }

    /** The very same set each time. */
    Set<Class<? extends Event>> types() {
        return evolutions.keySet();
    }

    /** Null if it goes on by no event of this type. */
    Evolving.@Nullable Evolution<S, Event> by(Event event) {
        return evolutions.get(event.getClass());
    }
}
