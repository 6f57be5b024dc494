package dev.andon.query.successreview;

import static dev.andon.query.text.Wording.counted;
import static dev.andon.query.text.Wording.list;

import dev.andon.kernel.Actor;
import dev.andon.kernel.Health;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.PlannedEventId;
import dev.andon.kernel.Severity;
import dev.andon.query.document.Chart;
import dev.andon.query.incidents.Incident;
import dev.andon.query.plannedevents.PlannedEvent;
import dev.andon.query.readinesschecks.ReadinessCheck;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.services.CheckIn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The review of a planned event, and a statement even when there is nothing to tell: an empty page would leave open whether all
 * was well, or nobody looked.
 *
 * @param position what it reflects
 * @param blameless present if names are shown as roles
 * @param result what to say of it in a sentence
 * @param readiness the check that was made before it; absent if there is none
 * @param incidents on its services that overlap its window, drills and false alarms aside
 * @param checkIns how each service was when somebody looked
 * @param unwatched the services that nobody checked on
 * @param notes what was noted of those incidents in their retrospectives
 * @param chart what lasted from when to when
 */
public record SuccessReview(
        PlannedEventId plannedEventId,
        long position,
        @Nullable Boolean blameless,
        String title,
        Stage stage,
        String result,
        PlannedEvent plannedEvent,
        @Nullable ReadinessCheck readiness,
        List<Happened> incidents,
        List<Watched> checkIns,
        List<String> unwatched,
        List<Noted> notes,
        @Nullable Chart chart) {

    /** Whether its window has come. */
    public enum Stage {
        PLANNED,
        UNDER_WAY,
        OVER
    }

    /** An incident in the window. */
    public record Happened(
            IncidentId incidentId, String title, Severity severity, IncidentStatus status, List<String> services,
            Instant startedAt, @Nullable Instant resolvedAt) {

        static Happened of(Incident incident) {
            return new Happened(
                    incident.incidentId(), incident.title(), incident.severity(), incident.status(),
                    incident.services(), incident.startedAt(), incident.resolvedAt());
        }
    }

    /**
     * How one service was found.
     *
     * @param green how many check-ins found it well
     * @param amber how many found it in trouble
     * @param red how many found it down
     * @param worse those that did not find it well
     */
    public record Watched(String service, int green, int amber, int red, List<CheckIn> worse) {

        static Watched of(String service, List<CheckIn> checkIns) {
            return new Watched(
                    service, count(checkIns, Health.GREEN), count(checkIns, Health.AMBER),
                    count(checkIns, Health.RED),
                    checkIns.stream().filter(checkIn -> checkIn.health() != Health.GREEN).toList());
        }

        private static int count(List<CheckIn> checkIns, Health health) {
            return (int) checkIns.stream().filter(checkIn -> checkIn.health() == health).count();
        }
    }

    /**
     * What somebody said afterwards of an incident in the window.
     *
     * @param wentWell whether it went well, or wrong
     */
    public record Noted(IncidentId incidentId, boolean wentWell, String text, @Nullable Actor by,
            List<Long> entryIds) {}

    static SuccessReview of(
            PlannedEvent event, @Nullable ReadinessCheck readiness, List<Happened> incidents, List<CheckIn> checkIns,
            List<Noted> notes, Viewpoint viewpoint) {
        Stage stage = viewpoint.now().isBefore(event.from()) ? Stage.PLANNED
                : viewpoint.now().isBefore(event.to()) ? Stage.UNDER_WAY : Stage.OVER;
        List<Happened> byStart = incidents.stream().sorted(Comparator.comparing(Happened::startedAt)).toList();
        List<String> unwatched = event.services().stream()
                .filter(service -> checkIns.stream().noneMatch(checkIn -> checkIn.service().equals(service)))
                .toList();
        return new SuccessReview(
                event.plannedEventId(), viewpoint.position(), null, event.title(), stage,
                result(stage, byStart, checkIns, unwatched), event, readiness, byStart,
                event.services().stream()
                        .filter(service -> !unwatched.contains(service))
                        .map(service -> Watched.of(service, checkIns.stream()
                                .filter(checkIn -> checkIn.service().equals(service))
                                .toList()))
                        .toList(),
                unwatched, notes, chart(event, byStart, viewpoint.now()));
    }

    /** The same, saying that nobody is named in it. */
    SuccessReview blamingNobody() {
        return new SuccessReview(
                plannedEventId, position, true, title, stage, result, plannedEvent, readiness, incidents, checkIns,
                unwatched, notes, chart);
    }

    private static String result(
            Stage stage, List<Happened> incidents, List<CheckIn> checkIns, List<String> unwatched) {
        if (stage == Stage.PLANNED) {
            return "Its window has not come yet.";
        }
        String sofar = stage == Stage.UNDER_WAY ? " so far" : "";
        String happened = incidents.isEmpty()
                ? "Nothing happened%s: no incident on its services in its window.".formatted(sofar)
                : "%s%s on its services in its window: %s.".formatted(
                        counted(incidents.size(), "incident"), sofar,
                        list(incidents.stream()
                                .map(one -> "%s (%s)".formatted(one.incidentId(), one.severity()))
                                .toList()));
        long worse = checkIns.stream().filter(checkIn -> checkIn.health() != Health.GREEN).count();
        String looked = checkIns.isEmpty()
                ? " Nobody checked in, so nobody can say that all was well."
                : worse == 0
                        ? " %s, all green.".formatted(counted(checkIns.size(), "check-in"))
                        : " %s, %d of them not green.".formatted(counted(checkIns.size(), "check-in"), worse);
        return happened + looked + (checkIns.isEmpty() || unwatched.isEmpty()
                ? ""
                : " Nobody checked on %s.".formatted(list(unwatched)));
    }

    private static Chart chart(PlannedEvent event, List<Happened> incidents, Instant now) {
        var bars = new ArrayList<Chart.Bar>();
        bars.add(new Chart.Bar(event.title(), Chart.Kind.DURATION, event.from(), event.to(), "the window"));
        incidents.forEach(incident -> {
            Instant resolved = incident.resolvedAt();
            bars.add(new Chart.Bar(
                    "%s %s".formatted(incident.incidentId(), incident.title()), Chart.Kind.IMPACT,
                    incident.startedAt(), resolved == null ? now : resolved, incident.severity().name()));
        });
        return new Chart(
                bars.stream().map(Chart.Bar::from).min(Comparator.naturalOrder()).orElse(event.from()),
                bars.stream().map(bar -> bar.to() == null ? bar.from() : bar.to()).max(Comparator.naturalOrder())
                        .orElse(event.to()),
                bars);
    }
}
