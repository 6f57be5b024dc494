package dev.andon.query.operationsreviews;

import dev.andon.kernel.OperationsReviewId;
import dev.andon.kernel.event.OperationsReviewHeld;
import dev.andon.query.chronicles.Chronicle;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A meeting about the operations of one day, and what it decided.
 *
 * @param heldAt when they met
 * @param position where it is recorded
 */
public record HeldReview(
        OperationsReviewId operationsReviewId,
        LocalDate date,
        List<String> decisions,
        List<String> attendees,
        Instant heldAt,
        long position) {

    public static HeldReview of(Chronicle chronicle) {
        var opening = chronicle.opening(OperationsReviewHeld.class);
        OperationsReviewHeld event = opening.event();
        return new HeldReview(
                event.operationsReviewId(), event.date(), event.decisions(), event.attendees(), event.occurredAt(),
                opening.position());
    }
}
