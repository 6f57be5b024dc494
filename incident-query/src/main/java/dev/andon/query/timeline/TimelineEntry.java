package dev.andon.query.timeline;

import dev.andon.kernel.Actor;
import dev.andon.kernel.Phase;
import dev.andon.kernel.Verdict;
import dev.andon.kernel.event.IncidentEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the timeline as it stands: what was recorded, and what became of it.
 *
 * @param event what the entry says now, every correction applied
 * @param corrections oldest first
 * @param pinned the phase that it is a key moment of
 */
public record TimelineEntry<E extends IncidentEvent>(
        Entry recorded,
        E event,
        List<Correction> corrections,
        @Nullable Retraction retraction,
        @Nullable Assessment assessment,
        @Nullable Phase pinned) {

    public TimelineEntry {
        corrections = List.copyOf(corrections);
    }

    /** What an entry said before, and what it says since. A text that was not there before has no {@code from}. */
    public record Replacement<T>(@Nullable T from, T to) {}

    /** What somebody put right. */
    public record Correction(
            Actor by,
            Instant at,
            String reason,
            @Nullable Replacement<String> text,
            @Nullable Replacement<Instant> occurredAt) {}

    /** Why it was struck out. */
    public record Retraction(Actor by, Instant at, String reason) {}

    /** The verdict on a hypothesis. */
    public record Assessment(Verdict verdict, Actor by, Instant at, String reason) {}

    public long id() {
        return recorded.position();
    }

    public Instant occurredAt() {
        return event.occurredAt();
    }

    public Actor actor() {
        return recorded.actor();
    }

    public boolean standing() {
        return retraction == null;
    }
}
