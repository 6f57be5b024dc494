package dev.andon.query.chronicles;

import dev.andon.kernel.event.Event;
import dev.andon.query.readmodel.Recorded;
import dev.andon.query.readmodel.Viewpoint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one thing, in the order of recording. It holds the events themselves: a document that held what follows
 * from them could not be shown as it was before the last of them.
 */
public record Chronicle(List<Recorded> events) {

    /** An event of one kind, and where it is recorded. */
    public record Told<E extends Event>(Recorded recorded, E event) {

        public long position() {
            return recorded.position();
        }
    }

    public Chronicle {
        events = List.copyOf(events);
    }

    Chronicle with(Recorded recorded) {
        var more = new ArrayList<>(events);
        more.add(recorded);
        return new Chronicle(more);
    }

    /** Only what was known, and had happened; nothing before the event that it begins with. */
    public Chronicle at(Viewpoint viewpoint) {
        List<Recorded> seen = events.stream()
                .filter(recorded -> viewpoint.knows(recorded.position()))
                .filter(recorded -> viewpoint.hasHappened(recorded.event().occurredAt()))
                .toList();
        return new Chronicle(seen.isEmpty() || !seen.getFirst().equals(events.getFirst()) ? List.of() : seen);
    }

    /** What it begins with. */
    public <E extends Event> Told<E> opening(Class<E> type) {
        return of(type).getFirst();
    }

    public boolean untold() {
        return events.isEmpty();
    }

    public <E extends Event> List<Told<E>> of(Class<E> type) {
        return events.stream()
                .filter(recorded -> type.isInstance(recorded.event()))
                .map(recorded -> new Told<>(recorded, type.cast(recorded.event())))
                .toList();
    }

    public <E extends Event> @Nullable Told<E> first(Class<E> type) {
        List<Told<E>> told = of(type);
        return told.isEmpty() ? null : told.getFirst();
    }

    public <E extends Event> @Nullable Told<E> last(Class<E> type) {
        List<Told<E>> told = of(type);
        return told.isEmpty() ? null : told.getLast();
    }

    /** The positions that all of this is recorded at. */
    public List<Long> positions() {
        return events.stream().map(Recorded::position).toList();
    }
}
