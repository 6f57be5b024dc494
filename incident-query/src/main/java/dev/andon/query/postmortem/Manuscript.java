package dev.andon.query.postmortem;

import dev.andon.kernel.PostmortemSection;
import dev.andon.kernel.event.IncidentEvent;
import dev.andon.kernel.event.IncidentReopened;
import dev.andon.kernel.event.PostmortemPublished;
import dev.andon.kernel.event.PostmortemScheduled;
import dev.andon.kernel.event.PostmortemSectionWritten;
import dev.andon.kernel.event.PostmortemWaived;
import dev.andon.query.timeline.Timeline;
import dev.andon.query.timeline.TimelineEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people did with the draft. What a person wrote stands in place of what is made from events, whatever is recorded
 * later; a reopened incident makes a draft of what was published, or waived, before.
 *
 * @param edition of the latest publication; 0 if there is none
 * @param waivedBecause why there will be no postmortem
 */
record Manuscript(
        Stage stage,
        int edition,
        @Nullable Instant publishedAt,
        @Nullable String waivedBecause,
        @Nullable Schedule schedule,
        List<Written> sections) {

    /** How far it has come. */
    enum Stage {
        DRAFT,
        WAIVED,
        PUBLISHED
    }

    /** When it will be reviewed, by whom, and who answers for it. */
    record Schedule(Instant scheduledFor, @Nullable String owner, List<String> attendees) {}

    /**
     * The latest version of one section.
     *
     * @param position of the event that wrote it
     * @param newerEvents those of the events that the section is made from which were recorded since
     * @param differs whether, because of them, other things would be made from events now than when it was written
     */
    record Written(
            PostmortemSection section,
            int version,
            String author,
            Instant at,
            long position,
            String markdown,
            List<Long> newerEvents,
            boolean differs) {

        Written compared(List<Long> newer, boolean saysMore) {
            return new Written(section, version, author, at, position, markdown, newer, saysMore);
        }
    }

    /** Nothing if nobody has touched the draft. */
    static @Nullable Manuscript in(Timeline timeline) {
        Manuscript manuscript = new Manuscript(Stage.DRAFT, 0, null, null, null, List.of());
        Manuscript untouched = manuscript;
        List<TimelineEntry<?>> inOrderOfRecording = timeline.entries().stream()
                .filter(TimelineEntry::standing)
                .sorted(Comparator.comparing(TimelineEntry::id))
                .toList();
        for (TimelineEntry<?> entry : inOrderOfRecording) {
            manuscript = manuscript.after(entry.event(), entry.id());
        }
        return manuscript.equals(untouched) ? null : manuscript;
    }

    /** The same, with what was written compared with what was recorded since. */
    Manuscript compared(UnaryOperator<Written> comparison) {
        return new Manuscript(
                stage, edition, publishedAt, waivedBecause, schedule, sections.stream().map(comparison).toList());
    }

    @Nullable
    Written written(PostmortemSection section) {
        return sections.stream().filter(written -> written.section() == section).findFirst().orElse(null);
    }

    private Manuscript after(IncidentEvent event, long position) {
        if (event instanceof PostmortemPublished published) {
            return new Manuscript(
                    Stage.PUBLISHED, published.edition(), published.occurredAt(), null, schedule, sections);
        } else if (event instanceof PostmortemWaived waived) {
            return new Manuscript(Stage.WAIVED, edition, publishedAt, waived.reason(), schedule, sections);
        } else if (event instanceof IncidentReopened) {
            return new Manuscript(Stage.DRAFT, edition, publishedAt, null, schedule, sections);
        } else if (event instanceof PostmortemScheduled scheduled) {
            var latest = new Schedule(scheduled.scheduledFor(), scheduled.owner(), scheduled.attendees());
            return new Manuscript(stage, edition, publishedAt, waivedBecause, latest, sections);
        } else if (event instanceof PostmortemSectionWritten written) {
            return new Manuscript(stage, edition, publishedAt, waivedBecause, schedule, with(written, position));
        }
        return this;
    }

    private List<Written> with(PostmortemSectionWritten event, long position) {
        return Stream.concat(
                sections.stream().filter(written -> written.section() != event.section()),
                Stream.of(new Written(
                        event.section(), event.version(), event.author(), event.occurredAt(), position,
                        event.markdown(), List.of(), false)))
                .sorted(Comparator.comparing(Written::section))
                .toList();
    }
}
