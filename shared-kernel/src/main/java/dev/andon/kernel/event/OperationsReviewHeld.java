package dev.andon.kernel.event;

import dev.andon.kernel.OperationsReviewId;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** The meeting about the operations of one day, where it was held, and what was decided. */
public record OperationsReviewHeld(
        OperationsReviewId operationsReviewId,
        LocalDate date,
        List<String> decisions,
        List<String> attendees,
        Instant occurredAt) implements OperationsEvent {

    public OperationsReviewHeld {
        decisions = List.copyOf(decisions);
        attendees = List.copyOf(attendees);
    }

    @Override
    public Set<Tag> tags() {
        return Tag.of(operationsReviewId);
    }
}
