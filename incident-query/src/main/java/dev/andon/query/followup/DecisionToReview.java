package dev.andon.query.followup;

import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.query.timeline.Timeline;
import dev.andon.query.timeline.TimelineEntry;
import java.time.Instant;
import java.util.List;

/** A decision to wait, which nobody has followed by another one yet, and when to look at it again. */
public record DecisionToReview(FindingId findingId, String text, Instant decidedAt, Instant reviewAt, long entryId) {

    static List<DecisionToReview> in(Timeline timeline) {
        List<TimelineEntry<FindingAdded>> decisions = timeline.standing(FindingAdded.class).stream()
                .filter(entry -> entry.event().kind() == FindingKind.DECISION)
                .toList();
        long last = decisions.stream().mapToLong(TimelineEntry::id).max().orElse(0);
        return decisions.stream()
                .filter(entry -> entry.id() == last)
                .flatMap(entry -> of(entry).stream())
                .toList();
    }

    private static List<DecisionToReview> of(TimelineEntry<FindingAdded> entry) {
        FindingAdded finding = entry.event();
        Instant review = finding.reviewAt();
        return review == null
                ? List.of()
                : List.of(new DecisionToReview(
                        finding.findingId(), finding.text(), entry.occurredAt(), review, entry.id()));
    }
}
