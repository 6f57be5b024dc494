package dev.andon.query.findings;

import dev.andon.kernel.Actor;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Link;
import dev.andon.kernel.Phase;
import dev.andon.kernel.Visibility;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.query.timeline.TimelineEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that was found, in the words that hold now.
 *
 * @param position what it reflects
 * @param entryId the timeline entry that it is
 * @param about the hypothesis that it is evidence for or against
 * @param supports whether it speaks for that hypothesis; absent if nobody said so
 * @param reviewAt when a decision to wait is to be looked at again
 * @param corrected what was put right, oldest first; absent if nothing was
 * @param retracted why it was struck out; absent if it holds
 * @param assessed the verdict on a hypothesis; absent until there is one
 * @param pinned the phase that it is a key moment of
 */
record Finding(
        IncidentId incidentId,
        long position,
        FindingId findingId,
        long entryId,
        FindingKind kind,
        String text,
        Instant occurredAt,
        Instant recordedAt,
        Actor by,
        @Nullable FindingId about,
        @Nullable Boolean supports,
        List<Link> links,
        @Nullable String service,
        @Nullable Instant reviewAt,
        Visibility visibility,
        @Nullable List<TimelineEntry.Correction> corrected,
        TimelineEntry.@Nullable Retraction retracted,
        TimelineEntry.@Nullable Assessment assessed,
        @Nullable Phase pinned) {

    static Finding of(TimelineEntry<FindingAdded> entry, long position) {
        FindingAdded finding = entry.event();
        return new Finding(
                finding.incidentId(), position, finding.findingId(), entry.id(), finding.kind(), finding.text(),
                entry.occurredAt(), entry.recorded().recordedAt(), entry.actor(), finding.about(), finding.supports(),
                finding.links(), finding.service(), finding.reviewAt(), finding.visibility(),
                entry.corrections().isEmpty() ? null : entry.corrections(), entry.retraction(), entry.assessment(),
                entry.pinned());
    }
}
