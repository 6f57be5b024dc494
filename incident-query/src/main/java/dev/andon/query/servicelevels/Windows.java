package dev.andon.query.servicelevels;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.IncidentStatus;
import dev.andon.query.incidents.Impact;
import dev.andon.query.incidents.Incident;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The impact windows of each service in a period. Drills and false alarms hurt nobody. What was merged counts with the
 * incident that it went on in: if that has a word on the same window, its word holds; if it was a false alarm, so was this.
 */
final class Windows {

    private static final String STILL_OPEN_THOUGH_OVER = "%s is over, and nobody has said when this window ended: record it again with its end.";
    private static final String ENDED_ELSEWHERE = "It went on in %s, and ended when that was resolved.";
    private static final String BACKWARDS = "It ends before it begins, so it is counted nowhere: correct entry %d of %s.";

    private final ServiceLevel.Span period;
    private final Instant now;
    private final Map<IncidentId, Incident> incidents;
    private final Map<String, List<CountedWindow>> counted = new TreeMap<>();
    private final Map<String, List<InvalidWindow>> invalid = new TreeMap<>();

    /** @param incidents those that hurt somebody in the period, and those that they were merged into */
    Windows(ServiceLevel.Span period, Instant now, Map<IncidentId, Incident> incidents) {
        this.period = period;
        this.now = now;
        this.incidents = incidents;
        incidents.values().forEach(this::add);
    }

    List<CountedWindow> counted(String service) {
        return counted.getOrDefault(service, List.of());
    }

    List<InvalidWindow> invalid(String service) {
        return invalid.getOrDefault(service, List.of());
    }

    /** Every service that was hurt. */
    List<String> services() {
        var all = new ArrayList<>(counted.keySet());
        all.addAll(invalid.keySet());
        return all.stream().distinct().sorted().toList();
    }

    private void add(Incident incident) {
        IncidentId mergedInto = incident.mergedInto();
        Incident goesOnIn = mergedInto == null ? null : incidents.get(mergedInto);
        if (!counts(incident) || goesOnIn != null && !counts(goesOnIn)) {
            return;
        }
        for (Impact.Window window : incident.impact()) {
            if (goesOnIn == null || !hasItsOwnWord(goesOnIn, window)) {
                add(incident, goesOnIn, window);
            }
        }
    }

    private void add(Incident incident, @Nullable Incident goesOnIn, Impact.Window window) {
        Instant ended = window.to();
        if (ended != null && ended.isBefore(window.from())) {
            addInvalid(incident, window, ended);
            return;
        }
        String note = null;
        var entryIds = window.entryIds();
        if (ended == null && goesOnIn != null && isOver(goesOnIn)) {
            ended = goesOnIn.resolvedAt();
            note = ENDED_ELSEWHERE.formatted(goesOnIn.incidentId());
        } else if (ended == null && isOver(incident)) {
            note = STILL_OPEN_THOUGH_OVER.formatted(incident.incidentId());
        }
        Instant from = window.from().isBefore(period.from()) ? period.from() : window.from();
        Instant to = earliest(ended == null ? now : ended, period.to(), now);
        if (from.isBefore(to)) {
            var counting = new CountedWindow(
                    incident.incidentId(), from, to, window.degradedPercent(), ended == null, note, entryIds);
            window.services().stream().distinct().forEach(
                    service -> counted.computeIfAbsent(service, _ -> new ArrayList<>()).add(counting));
        }
    }

    /** Nobody can tell when it was, so it is shown wherever one of its ends lies in the period. */
    private void addInvalid(Incident incident, Impact.Window window, Instant ended) {
        if (period.period().contains(window.from()) || period.period().contains(ended)) {
            var bad = new InvalidWindow(
                    incident.incidentId(), window.from(), ended,
                    BACKWARDS.formatted(window.entryIds().getFirst(), incident.incidentId()), window.entryIds());
            window.services().stream().distinct().forEach(
                    service -> invalid.computeIfAbsent(service, _ -> new ArrayList<>()).add(bad));
        }
    }

    private static boolean counts(Incident incident) {
        return !incident.drill() && incident.status() != IncidentStatus.FALSE_ALARM;
    }

    private static boolean isOver(Incident incident) {
        return incident.status() == IncidentStatus.RESOLVED || incident.status() == IncidentStatus.CLOSED;
    }

    private static boolean hasItsOwnWord(Incident incident, Impact.Window window) {
        return incident.impact().stream()
                .anyMatch(own -> own.from().equals(window.from()) && own.services().equals(window.services()));
    }

    private static Instant earliest(Instant... instants) {
        return List.of(instants).stream().min(Instant::compareTo).orElseThrow();
    }
}
