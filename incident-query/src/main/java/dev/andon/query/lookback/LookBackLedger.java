package dev.andon.query.lookback;

import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.Severity;
import dev.andon.query.actionitems.ActionItemLedger;
import dev.andon.query.chronicles.Chronicles;
import dev.andon.query.followup.ActionItem;
import dev.andon.query.followup.FollowUps;
import dev.andon.query.http.Period;
import dev.andon.query.incidents.Durations;
import dev.andon.query.incidents.Incident;
import dev.andon.query.incidents.Incidents;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.recurringproblems.Problem;
import dev.andon.query.recurringproblems.ProblemLedger;
import dev.andon.query.recurringproblems.RecurringProblems;
import dev.andon.query.servicelevels.ServiceLevel;
import dev.andon.query.servicelevels.ServiceLevelLedger;
import dev.andon.query.servicelevels.ServiceLevels;
import dev.andon.query.text.DisplayZone;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Works out a look-back. */
final class LookBackLedger {

    private final Incidents incidents;
    private final ProblemLedger problems;
    private final ActionItemLedger actionItems;
    private final ServiceLevelLedger serviceLevels;

    LookBackLedger(Chronicles chronicles, FollowUps followUps, Incidents incidents, ProblemLedger problems) {
        this.incidents = incidents;
        this.problems = problems;
        this.actionItems = new ActionItemLedger(chronicles, followUps);
        this.serviceLevels = new ServiceLevelLedger(chronicles, incidents);
    }

    Mono<LookBack> of(CalendarPeriod named, DisplayZone zone, Viewpoint viewpoint) {
        var period = new Period(named.from(zone), named.to(zone));
        var declared = incidents.declared(period, viewpoint)
                .filter(incident -> !incident.drill() && incident.status() != IncidentStatus.MERGED)
                .collectList();
        var hurt = serviceLevels.basis(named.from(zone), named.to(zone), viewpoint);
        var recurring = problems.all(viewpoint).collectList()
                .map(all -> RecurringProblems.cameBack(all, period, viewpoint));
        var promised = actionItems
                .due(named.from(zone), earlier(named.to(zone), viewpoint.now()), viewpoint)
                .collectList();
        return Mono.zip(declared, hurt, recurring, promised)
                .map(found -> lookBack(
                        named, zone, viewpoint, found.getT1(),
                        found.getT2().between(named.from(zone), named.to(zone), null), found.getT3(), found.getT4(),
                        named.months().stream()
                                .filter(month -> !month.from(zone).isAfter(viewpoint.now()))
                                .map(month -> lost(
                                        found.getT2().between(month.from(zone), month.to(zone), null)))
                                .toList()));
    }

    private static LookBack lookBack(
            CalendarPeriod named, DisplayZone zone, Viewpoint viewpoint, List<Incident> declared,
            ServiceLevels.Known levels, List<Problem> recurring, List<ActionItem> promised, List<Duration> lost) {
        List<Incident> counted = declared.stream()
                .filter(incident -> incident.status() != IncidentStatus.FALSE_ALARM)
                .toList();
        List<LookBack.Month> months = named.months().size() == 1 ? null : months(named, zone, counted, lost);
        return new LookBack(
                named.name(), named.from(zone), named.to(zone), viewpoint.now(), viewpoint.position(), counted.size(),
                declared.size() - counted.size(),
                Stream.of(Severity.values()).map(severity -> {
                    List<IncidentId> ids = ids(counted, incident -> incident.severity() == severity);
                    return new LookBack.BySeverity(severity, ids.size(), ids);
                }).toList(),
                Stream.of(DetectionSource.values()).map(source -> {
                    List<IncidentId> ids = ids(counted, incident -> incident.detection().source() == source);
                    return new LookBack.ByDetection(source, source.isDetectionGap(), ids.size(), ids);
                }).toList(),
                new LookBack.Lengths(
                        Spread.of(counted, Durations::timeToDetect), Spread.of(counted, Durations::timeToAcknowledge),
                        Spread.of(counted, Durations::timeToMitigate), Spread.of(counted, Durations::timeToResolve)),
                levels, recurring, promises(promised), months, months == null ? null : worst(months));
    }

    private static List<LookBack.Month> months(
            CalendarPeriod named, DisplayZone zone, List<Incident> counted, List<Duration> lost) {
        List<CalendarPeriod> begun = named.months().subList(0, lost.size());
        return begun.stream()
                .map(month -> {
                    var span = new Period(month.from(zone), month.to(zone));
                    return new LookBack.Month(
                            month.name(), ids(counted, incident -> span.contains(incident.declaredAt())).size(),
                            lost.get(begun.indexOf(month)));
                })
                .toList();
    }

    static @Nullable String worst(List<LookBack.Month> months) {
        return months.stream()
                .filter(month -> month.incidents() > 0 || !month.lost().isZero())
                .max(Comparator.comparing(LookBack.Month::lost).thenComparing(LookBack.Month::incidents))
                .map(LookBack.Month::month)
                .orElse(null);
    }

    private static Duration lost(ServiceLevels.Known levels) {
        return levels.services().stream()
                .map(ServiceLevel::downtime)
                .map(downtime -> downtime.weighted())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** What is due later than now was not promised for a time that has passed. */
    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static LookBack.Promises promises(List<ActionItem> due) {
        return new LookBack.Promises(
                due.size(),
                items(due, item -> item.status() == ActionItem.Status.COMPLETED && !isLate(item)),
                items(due, item -> item.status() == ActionItem.Status.COMPLETED && isLate(item)),
                items(due, ActionItem::open),
                items(due, item -> item.status() == ActionItem.Status.CANCELLED));
    }

    private static boolean isLate(ActionItem item) {
        return item.endedAt() != null && item.dueAt() != null && item.endedAt().isAfter(item.dueAt());
    }

    private static List<ActionItemId> items(List<ActionItem> items, Predicate<ActionItem> wanted) {
        return items.stream().filter(wanted).map(ActionItem::actionItemId).toList();
    }

    private static List<IncidentId> ids(List<Incident> incidents, Predicate<Incident> wanted) {
        return incidents.stream().filter(wanted).map(Incident::incidentId).toList();
    }
}
