package dev.andon.query.similar;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.RootCauseCategory;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.RootCauseIdentified;
import dev.andon.query.incidents.Incident;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.timeline.Timeline;
import dev.andon.query.timeline.TimelineEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an incident is recognised by, from one viewpoint.
 *
 * @param words of its title and summary
 * @param causes the words of its hypotheses and root causes
 */
record Traits(
        IncidentId incidentId,
        String title,
        IncidentStatus status,
        Instant startedAt,
        boolean drill,
        @Nullable String resolution,
        List<ProblemId> problems,
        Set<String> services,
        Set<RootCauseCategory> categories,
        Words words,
        Words causes) {

    /** Nothing if it was not declared yet. */
    static Optional<Traits> of(FingerprintDocument document, Viewpoint viewpoint, Vocabulary vocabulary) {
        Timeline timeline = Timeline.of(document.entries(), viewpoint);
        return Incident.of(timeline, null)
                .map(incident -> of(incident, timeline, vocabulary));
    }

    private static Traits of(Incident incident, Timeline timeline, Vocabulary vocabulary) {
        List<RootCauseIdentified> rootCauses = timeline.standing(RootCauseIdentified.class).stream()
                .map(TimelineEntry::event)
                .toList();
        return new Traits(
                incident.incidentId(),
                incident.title(),
                incident.status(),
                incident.startedAt(),
                incident.drill(),
                incident.resolution(),
                incident.problems(),
                Set.copyOf(incident.services()),
                rootCauses.stream()
                        .map(RootCauseIdentified::category)
                        .filter(category -> category != RootCauseCategory.UNKNOWN)
                        .collect(Collectors.toUnmodifiableSet()),
                Words.in(
                        Stream.of(incident.title(), incident.summary()).flatMap(Stream::ofNullable).toList(),
                        vocabulary),
                Words.in(
                        Stream.concat(
                                timeline.standing(FindingAdded.class).stream().map(entry -> entry.event().text()),
                                rootCauses.stream().map(RootCauseIdentified::statement)).toList(),
                        vocabulary));
    }

    /** Practising is not failing, nor is being wrong; and what was merged is the other one. */
    boolean isFailure() {
        return !drill && status != IncidentStatus.FALSE_ALARM && status != IncidentStatus.MERGED;
    }
}
