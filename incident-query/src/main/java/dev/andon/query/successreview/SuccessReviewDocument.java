package dev.andon.query.successreview;

import dev.andon.kernel.Actor;
import dev.andon.kernel.Health;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.NoteKind;
import dev.andon.kernel.PlannedEventId;
import dev.andon.kernel.ReadinessCheckId;
import dev.andon.kernel.Severity;
import dev.andon.query.document.DocumentWriter;
import dev.andon.query.incidents.Incident;
import dev.andon.query.plannedevents.PlannedEvent;
import dev.andon.query.postmortem.Cast;
import dev.andon.query.postmortem.Retrospective;
import dev.andon.query.readinesschecks.ReadinessCheck;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.services.CheckIn;
import dev.andon.query.text.DisplayZone;
import dev.andon.query.timeline.Entry;
import dev.andon.query.timeline.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The success review as the document that every format is written from. */
public final class SuccessReviewDocument {

    /** The name of its template. */
    public static final String TEMPLATE = "success-review.md";

    private SuccessReviewDocument() {}

    /** All that the review is made of. */
    record Found(
            PlannedEvent event, @Nullable ReadinessCheck readiness, List<Told> incidents, List<CheckIn> checkIns) {

        SuccessReview reviewedAt(Viewpoint viewpoint) {
            return SuccessReview.of(
                    event, readiness,
                    incidents.stream().map(told -> SuccessReview.Happened.of(told.incident())).toList(),
                    checkIns, incidents.stream().flatMap(told -> told.notes(viewpoint)).toList(), viewpoint);
        }

        /** Everybody who is named: whoever took part in the incidents, and whoever had to do with the event. */
        private Cast cast(Viewpoint viewpoint) {
            var others = new ArrayList<>(event.contacts());
            if (readiness != null) {
                others.addAll(readiness.people());
            }
            checkIns.forEach(checkIn -> others.add(checkIn.by().id()));
            return Cast.of(
                    incidents.stream()
                            .flatMap(told -> told.entries().stream())
                            .filter(entry -> viewpoint.knows(entry.position()))
                            .sorted(Comparator.comparing(Entry::position))
                            .toList(),
                    others);
        }
    }

    /** An incident in the window, with its timeline. */
    record Told(Incident incident, List<Entry> entries) {

        private Stream<SuccessReview.Noted> notes(Viewpoint viewpoint) {
            var told = Retrospective.in(Timeline.of(entries, viewpoint));
            return Stream.of(NoteKind.WENT_WELL, NoteKind.WENT_WRONG)
                    .flatMap(kind -> told.notes(kind).stream()
                            .map(note -> new SuccessReview.Noted(
                                    incident.incidentId(), kind == NoteKind.WENT_WELL, note.text(), note.by(),
                                    note.entryIds())));
        }
    }

    static DocumentWriter.Draft of(Found found, Viewpoint viewpoint, boolean blameless, DisplayZone zone) {
        SuccessReview review = found.reviewedAt(viewpoint);
        return blameless
                ? draft(found.cast(viewpoint).unnamed(DocumentWriter.tree(review.blamingNobody())), viewpoint.now(),
                        zone)
                : of(review, viewpoint.now(), zone);
    }

    static DocumentWriter.Draft of(SuccessReview review, Instant dated, DisplayZone zone) {
        return draft(DocumentWriter.tree(review), dated, zone);
    }

    private static DocumentWriter.Draft draft(JsonNode content, Instant dated, DisplayZone zone) {
        return new DocumentWriter.Draft(
                TEMPLATE,
                "Success review of %s: %s".formatted(
                        content.get("plannedEventId").stringValue(), content.get("title").stringValue()),
                content, dated, zone);
    }

    /** What every template is tried on: an event that all is known of, and one that nothing is. */
    public static List<DocumentWriter.Draft> examples() {
        Instant from = Instant.EPOCH;
        var viewpoint = new Viewpoint(1, from.plusSeconds(7200), null);
        var check = new ReadinessCheckId("RDY-1");
        var event = new PlannedEvent(
                new PlannedEventId("EVT-1"), "An example", from, from.plusSeconds(3600), "twice as much",
                List.of("example", "other"), List.of("alice"), check, from, 1);
        var someone = new Actor("alice", null);
        var item = new ReadinessCheck.Item(1, "All is ready", null, "not yet", from, someone, 1L);
        var readiness = new ReadinessCheck(
                check, "An example", from, from.plusSeconds(3600), List.of("example"), from, List.of(item), List.of(1),
                List.of(1), new ReadinessCheck.SignOff("alice", from, "nearly", List.of(1), 1), 1);
        var incident = new SuccessReview.Happened(
                new IncidentId("INC-1"), "An example", Severity.SEV3, IncidentStatus.OPEN, List.of("example"), from,
                null);
        var checkIn = new CheckIn("example", Health.RED, Map.of(), "slow", from, someone, null, 1);
        var note = new SuccessReview.Noted(incident.incidentId(), true, "quick", someone, List.of(1L));
        return List.of(
                of(
                        SuccessReview.of(
                                event, readiness, List.of(incident), List.of(checkIn), List.of(note), viewpoint),
                        from, DisplayZone.UTC),
                of(SuccessReview.of(event, null, List.of(), List.of(), List.of(), viewpoint), from, DisplayZone.UTC));
    }
}
