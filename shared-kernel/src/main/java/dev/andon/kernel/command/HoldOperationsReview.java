package dev.andon.kernel.command;

import dev.andon.kernel.Name;
import dev.andon.kernel.OperationsReviewId;
import dev.andon.kernel.Prose;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/** Records the meeting about the operations of one day. */
public record HoldOperationsReview(
        OperationsReviewId operationsReviewId,
        LocalDate date,
        @Size(max = 100) List<@Prose String> decisions,
        @Size(min = 1, max = 100) List<@Name String> attendees) implements Command {

    public HoldOperationsReview {
        decisions = List.copyOf(decisions);
        attendees = List.copyOf(attendees);
    }
}
