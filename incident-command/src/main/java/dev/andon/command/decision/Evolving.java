package dev.andon.command.decision;

import dev.andon.kernel.Tag;
import dev.andon.kernel.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** State that evolves by the events it names, and by no other. */
public final class Evolving<S> implements DecisionModel<S> {

    private final S initial;
    private final List<Step<S>> steps;

    /** @param steps not copied, so never to be changed */
    private Evolving(S initial, List<Step<S>> steps) {
        this.initial = initial;
        this.steps = steps;
    }

    Evolving(S initial) {
        this(initial, List.of());
    }

    /** What becomes of a state by an event at a position. */
    @FunctionalInterface
    public interface Evolution<S, E> {

        S of(S state, E event, long position);
    }

    record Step<S>(Set<Tag> tags, Course<S> course) {

        S after(S state, Entry entry) {
            Event event = entry.event();
            Evolution<S, Event> evolution = course.by(event);
            return evolution == null || !event.tags().containsAll(tags)
                    ? state
                    : evolution.of(state, event, entry.position());
        }
    }

    public <E extends Event> Evolving<S> on(Tag tag, Class<E> type, BiFunction<S, E, S> evolve) {
        return on(Set.of(tag), type, evolve);
    }

    /** Evolves by events of this type that carry all these tags. */
    public <E extends Event> Evolving<S> on(Set<Tag> tags, Class<E> type, BiFunction<S, E, S> evolve) {
        return onEntry(tags, type, (state, event, _) -> evolve.apply(state, event));
    }

    /** The same where it matters at which position an event is. */
    public <E extends Event> Evolving<S> onEntry(Set<Tag> tags, Class<E> type, Evolution<S, E> evolve) {
        return on(tags, Course.of(type, evolve));
    }

    /** Evolves by events that carry all these tags as they take their course. */
    public Evolving<S> on(Set<Tag> tags, Course<S> course) {
        var more = new ArrayList<Step<S>>(steps.size() + 1);
        more.addAll(steps);
        more.add(new Step<>(tags, course));
        return new Evolving<>(initial, more);
    }

    @Override
    public void addTo(Boundary boundary) {
        for (Step<S> step : steps) {
            boundary.add(step.tags(), step.course().types());
        }
    }

    @Override
    public S afterEntries(Iterable<Entry> entries) {
        S state = initial;
        for (Entry entry : entries) {
            for (Step<S> step : steps) {
                state = step.after(state, entry);
            }
        }
        return state;
    }
}
