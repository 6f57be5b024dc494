package dev.andon.query.timeline;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.andon.kernel.Actor;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Phase;
import dev.andon.kernel.event.IncidentEvent;
import dev.andon.kernel.json.EventCodec;
import dev.andon.query.text.DisplayZone;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The timeline as JSON.
 *
 * @param position what it reflects
 */
public record TimelineDocument(IncidentId incidentId, long position, List<Line> entries) {

    @JacksonAnnotationsInside
    @JsonIgnoreProperties({"incidentId", "occurredAt"})
    @Retention(RetentionPolicy.RUNTIME)
    private @interface WithoutWhatIsBesideIt {}

    /**
     * One entry as it stands. {@code corrected}, {@code retracted} and {@code assessed} say what became of it, and
     * {@code pinned} which phase it is a key moment of.
     *
     * @param incidents those it is about; absent where only one is spoken of
     * @param detail the event's own fields, without those that are beside it already
     */
    public record Line(
            @Nullable List<IncidentId> incidents,
            long entryId,
            long position,
            String type,
            Instant occurredAt,
            Instant recordedAt,
            Actor actor,
            String channel,
            String summary,
            @WithoutWhatIsBesideIt IncidentEvent detail,
            @Nullable List<TimelineEntry.Correction> corrected,
            TimelineEntry.@Nullable Retraction retracted,
            TimelineEntry.@Nullable Assessment assessed,
            @Nullable Phase pinned) {

        /** The same among entries of other incidents. */
        public Line of(List<IncidentId> about) {
            return new Line(
                    about, entryId, position, type, occurredAt, recordedAt, actor, channel, summary, detail, corrected,
                    retracted, assessed, pinned);
        }
    }

    static TimelineDocument of(IncidentId incidentId, long position, Timeline timeline) {
        return new TimelineDocument(incidentId, position, lines(timeline, timeline.entries()));
    }

    /** Some of the timeline's entries, each with its sentence. */
    public static List<Line> lines(Timeline timeline, List<TimelineEntry<?>> entries) {
        return lines(timeline, entries, DisplayZone.UTC);
    }

    /** The same, with the times in their sentences as this zone has them. */
    public static List<Line> lines(Timeline timeline, List<TimelineEntry<?>> entries, DisplayZone zone) {
        var sentences = new Sentences(Names.in(timeline), zone);
        return entries.stream().map(entry -> line(entry, sentences)).toList();
    }

    /** As it read before anything became of it. */
    static Line asRecorded(Entry entry, Sentences sentences) {
        return line(new TimelineEntry<>(entry, entry.event(), List.of(), null, null, null), sentences);
    }

    private static Line line(TimelineEntry<?> entry, Sentences sentences) {
        return new Line(
                null,
                entry.id(),
                entry.id(),
                EventCodec.nameOf(entry.event().getClass()),
                entry.occurredAt(),
                entry.recorded().recordedAt(),
                entry.actor(),
                entry.recorded().channel(),
                sentences.of(entry.event()),
                entry.event(),
                entry.corrections().isEmpty() ? null : entry.corrections(),
                entry.retraction(),
                entry.assessment(),
                entry.pinned());
    }
}
