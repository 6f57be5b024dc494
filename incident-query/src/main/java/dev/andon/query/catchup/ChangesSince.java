package dev.andon.query.catchup;

import dev.andon.kernel.Actor;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.event.EntryCorrected;
import dev.andon.kernel.event.EntryRetracted;
import dev.andon.query.incidents.Incident;
import dev.andon.query.situation.Situation;
import dev.andon.query.timeline.IncidentHistory;
import dev.andon.query.timeline.Timeline;
import dev.andon.query.timeline.TimelineDocument.Line;
import dev.andon.query.timeline.TimelineDocument;
import dev.andon.query.timeline.TimelineEntry.Replacement;
import dev.andon.query.timeline.TimelineEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is new since a position, with where things stand on top of it. Whoever reads only this knows no less than whoever was
 * there: what was put right meanwhile is here with what it said before, even if the entry itself is old.
 *
 * @param since what the reader knows already
 * @param position what this reflects
 * @param situation where the incident stands
 * @param before where it stood; absent if it had not been declared
 * @param changes by topic, each by when it happened
 * @param corrections what was put right, in the order in which it was
 */
public record ChangesSince(
        IncidentId incidentId,
        String title,
        long since,
        long position,
        Situation situation,
        @Nullable Situation before,
        OpenEnds open,
        List<Group> changes,
        List<Correction> corrections) {

    public ChangesSince {
        changes = List.copyOf(changes);
        corrections = List.copyOf(corrections);
    }

    /** What is new about one topic. */
    public record Group(Topic topic, List<Line> entries) {}

    /**
     * Something that does not say any more what it said.
     *
     * @param entryId what was put right
     * @param by the entry that did so
     * @param summary as it reads now
     * @param retracted whether it was struck out altogether
     */
    public record Correction(
            long entryId,
            long by,
            Actor actor,
            Instant at,
            String reason,
            String summary,
            boolean retracted,
            @Nullable Replacement<String> text,
            @Nullable Replacement<Instant> occurredAt) {}

    static ChangesSince of(IncidentHistory history, long since) {
        Timeline timeline = history.timeline();
        Incident incident = Incident.of(timeline, history.version()).orElseThrow(history::notDeclaredYet);
        Timeline known = history.at(since);
        return new ChangesSince(
                history.incidentId(),
                incident.title(),
                since,
                history.viewpoint().position(),
                Situation.of(incident, timeline),
                Incident.of(known, null).map(then -> Situation.of(then, known)).orElse(null),
                OpenEnds.of(incident.status(), timeline, history.viewpoint().now()),
                groups(timeline, since),
                corrections(timeline, since));
    }

    private static List<Group> groups(Timeline timeline, long since) {
        List<TimelineEntry<?>> news = timeline.entries().stream().filter(entry -> entry.id() > since).toList();
        Map<Topic, List<TimelineEntry<?>>> byTopic = news.stream()
                .collect(Collectors.groupingBy(entry -> Topic.of(entry.event())));
        return Arrays.stream(Topic.values())
                .filter(byTopic::containsKey)
                .map(topic -> new Group(
                        topic, TimelineDocument.lines(timeline, byTopic.getOrDefault(topic, List.of()))))
                .toList();
    }

    private static List<Correction> corrections(Timeline timeline, long since) {
        var lines = new HashMap<Long, Line>();
        TimelineDocument.lines(timeline, timeline.entries()).forEach(line -> lines.put(line.entryId(), line));
        List<Correction> corrections = new ArrayList<>();
        for (TimelineEntry<?> entry : timeline.entries()) {
            if (entry.id() > since && entry.standing()) {
                if (entry.event() instanceof EntryCorrected event && lines.get(event.entryId()) instanceof Line line) {
                    corrections.add(corrected(entry, event, line));
                } else if (entry.event() instanceof EntryRetracted event
                        && lines.get(event.entryId()) instanceof Line line) {
                    corrections.add(new Correction(
                            event.entryId(), entry.id(), entry.actor(), event.occurredAt(), event.reason(),
                            line.summary(), true, null, null));
                }
            }
        }
        return corrections;
    }

    private static Correction corrected(TimelineEntry<?> entry, EntryCorrected event, Line line) {
        List<TimelineEntry.Correction> all = line.corrected();
        var applied = (all == null ? List.<TimelineEntry.Correction>of() : all).stream()
                .filter(one -> one.at().equals(event.occurredAt()) && one.reason().equals(event.reason())
                        && one.by().equals(entry.actor()))
                .findFirst();
        return new Correction(
                event.entryId(), entry.id(), entry.actor(), event.occurredAt(), event.reason(), line.summary(), false,
                applied.map(TimelineEntry.Correction::text).orElse(null),
                applied.map(TimelineEntry.Correction::occurredAt).orElse(null));
    }
}
