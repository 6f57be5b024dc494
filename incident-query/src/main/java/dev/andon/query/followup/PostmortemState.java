package dev.andon.query.followup;

import dev.andon.kernel.event.IncidentReopened;
import dev.andon.kernel.event.PostmortemPublished;
import dev.andon.kernel.event.PostmortemScheduled;
import dev.andon.kernel.event.PostmortemWaived;
import dev.andon.query.timeline.Timeline;
import dev.andon.query.timeline.TimelineEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the postmortem stands. What was published or waived before the incident was reopened settles nothing any more.
 *
 * @param entryIds what says so
 */
public record PostmortemState(
        @Nullable Instant scheduledFor,
        @Nullable String owner,
        @Nullable Instant publishedAt,
        @Nullable Instant waivedAt,
        List<Long> entryIds) {

    private static final PostmortemState NOTHING = new PostmortemState(null, null, null, null, List.of());

    static PostmortemState in(Timeline timeline) {
        PostmortemState state = NOTHING;
        List<TimelineEntry<?>> inOrderOfRecording = timeline.entries().stream()
                .filter(TimelineEntry::standing)
                .sorted(Comparator.comparing(TimelineEntry::id))
                .toList();
        for (TimelineEntry<?> entry : inOrderOfRecording) {
            state = state.after(entry);
        }
        return state;
    }

    public boolean settled() {
        return publishedAt != null || waivedAt != null;
    }

    private PostmortemState after(TimelineEntry<?> entry) {
        List<Long> here = List.of(entry.id());
        if (entry.event() instanceof PostmortemScheduled scheduled) {
            return new PostmortemState(scheduled.scheduledFor(), scheduled.owner(), publishedAt, waivedAt, here);
        } else if (entry.event() instanceof PostmortemPublished) {
            return new PostmortemState(scheduledFor, owner, entry.occurredAt(), null, here);
        } else if (entry.event() instanceof PostmortemWaived) {
            return new PostmortemState(scheduledFor, owner, null, entry.occurredAt(), here);
        } else if (entry.event() instanceof IncidentReopened) {
            return NOTHING;
        }
        return this;
    }
}
