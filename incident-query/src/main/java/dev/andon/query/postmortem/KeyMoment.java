package dev.andon.query.postmortem;

import dev.andon.kernel.Phase;
import dev.andon.kernel.event.ImpactRecorded;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentMitigated;
import dev.andon.kernel.event.IncidentResolved;
import dev.andon.query.incidents.Incident;
import dev.andon.query.text.DisplayZone;
import dev.andon.query.timeline.Names;
import dev.andon.query.timeline.Sentences;
import dev.andon.query.timeline.Timeline;
import dev.andon.query.timeline.TimelineEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A moment that the story turns on: those that the durations lie between, and those that somebody pinned.
 *
 * @param what happened then, in a sentence
 */
record KeyMoment(Instant at, String what, @Nullable Phase phase, List<Long> entryIds) {

    static List<KeyMoment> in(Timeline timeline, Incident incident, DisplayZone zone) {
        var moments = new ArrayList<KeyMoment>();
        add(moments, timeline, incident.impactStartedAt(), "Customers begin to be hurt",
                entry -> entry.event() instanceof ImpactRecorded || entry.event() instanceof IncidentDeclared declared
                        && declared.impactStartedAt() != null);
        add(moments, timeline, incident.declaredAt(), "Declared", entry -> entry.event() instanceof IncidentDeclared);
        add(moments, timeline, incident.mitigatedAt(), "Customers are no longer hurt, or hurt less",
                entry -> entry.event() instanceof IncidentMitigated || entry.event() instanceof IncidentResolved
                        || entry.event() instanceof ImpactRecorded);
        add(moments, timeline, incident.resolvedAt(), "Resolved",
                entry -> entry.event() instanceof IncidentResolved);
        var sentences = new Sentences(Names.in(timeline), zone);
        timeline.entries().stream()
                .filter(entry -> entry.pinned() != null && entry.standing())
                .forEach(entry -> moments.add(new KeyMoment(
                        entry.occurredAt(), sentences.of(entry.event()), entry.pinned(), List.of(entry.id()))));
        return moments.stream().sorted(Comparator.comparing(KeyMoment::at)).toList();
    }

    private static void add(
            List<KeyMoment> moments, Timeline timeline, @Nullable Instant at, String what,
            Predicate<TimelineEntry<?>> from) {
        if (at != null) {
            moments.add(new KeyMoment(at, what, null, timeline.entries().stream()
                    .filter(TimelineEntry::standing)
                    .filter(from)
                    .filter(entry -> says(entry, at))
                    .map(TimelineEntry::id)
                    .toList()));
        }
    }

    private static boolean says(TimelineEntry<?> entry, Instant at) {
        return entry.occurredAt().equals(at)
                || entry.event() instanceof ImpactRecorded impact && at.equals(impact.to())
                || entry.event() instanceof IncidentDeclared declared && at.equals(declared.impactStartedAt())
                || entry.event() instanceof IncidentResolved resolved && at.equals(resolved.impactEndedAt());
    }
}
