package dev.andon.query.recurringproblems;

import dev.andon.kernel.ChangeId;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.ProblemStatus;
import dev.andon.kernel.RootCauseCategory;
import dev.andon.kernel.Severity;
import dev.andon.query.http.Period;
import dev.andon.query.incidents.Incident;
import dev.andon.query.readmodel.Viewpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A problem and what it caused, oldest first. A link that was retracted is no longer here, and drills and false alarms never
 * are: practising is not failing, nor is being wrong. What was merged into another of these incidents is that one.
 *
 * @param entryId where its opening is recorded
 * @param fix the latest one, also if the problem recurred since
 * @param recurrences the incidents that it caused although it was fixed
 * @param timesBetweenFailures from the start of each incident to the start of the next
 * @param meanTimeBetweenFailures their mean, if there are any
 */
public record Problem(
        ProblemId problemId,
        String title,
        List<String> services,
        @Nullable RootCauseCategory rootCauseCategory,
        Instant openedAt,
        long entryId,
        ProblemStatus status,
        @Nullable String workaround,
        @Nullable Fix fix,
        List<Recurrence> recurrences,
        List<Failure> incidents,
        List<Duration> timesBetweenFailures,
        @Nullable Duration meanTimeBetweenFailures,
        Trend trend) {

    /**
     * What was meant to end the problem, and what showed that it does; nobody has shown it yet without evidence.
     *
     * @param entryId where it is recorded
     * @param verifiedIn where the evidence is recorded
     */
    public record Fix(
            String description,
            @Nullable ChangeId changeId,
            Instant fixedAt,
            long entryId,
            @Nullable String evidence,
            @Nullable Instant verifiedAt,
            @Nullable Long verifiedIn) {}

    /** It caused an incident although it was fixed. */
    public record Recurrence(IncidentId incidentId, ProblemStatus was, Instant fixedAt, Instant at, long entryId) {}

    /**
     * One incident that the problem caused.
     *
     * @param startedAt the start of the impact, or the declaration if nobody recorded an impact
     * @param entryId where the link is recorded
     */
    public record Failure(
            IncidentId incidentId,
            String title,
            Severity severity,
            IncidentStatus status,
            Instant startedAt,
            @Nullable Instant resolvedAt,
            long entryId) {

        static Failure of(Incident incident, long entryId) {
            return new Failure(
                    incident.incidentId(),
                    incident.title(),
                    incident.severity(),
                    incident.status(),
                    incident.startedAt(),
                    incident.resolvedAt(),
                    entryId);
        }
    }

    /**
     * Nothing if it was not opened yet.
     *
     * @param linked the incidents that were ever linked to it, at the same viewpoint
     */
    static Optional<Problem> of(ProblemDocument document, List<Incident> linked, Viewpoint viewpoint) {
        return ProblemLife.of(document, viewpoint).map(life -> of(life, causedBy(life, linked), viewpoint));
    }

    private static Problem of(ProblemLife life, List<Incident> caused, Viewpoint viewpoint) {
        List<Failure> failures = failures(life, caused);
        List<Duration> between = timesBetween(failures);
        Set<IncidentId> failed = failures.stream().map(Failure::incidentId).collect(Collectors.toSet());
        return new Problem(
                life.problemId(),
                life.title(),
                life.services(),
                life.rootCauseCategory(),
                life.openedAt(),
                life.openedEntry(),
                life.statusWhile(idsOf(caused)),
                life.workaround(),
                life.fix(),
                life.recurrences().stream().filter(again -> failed.contains(again.incidentId())).toList(),
                failures,
                between,
                mean(between),
                trend(failures, viewpoint.now()));
    }

    /** What is linked to it still, and really was wrong. */
    private static List<Incident> causedBy(ProblemLife life, List<Incident> linked) {
        return linked.stream()
                .filter(incident -> !incident.drill() && incident.status() != IncidentStatus.FALSE_ALARM)
                .filter(incident -> incident.problems().contains(life.problemId()))
                .toList();
    }

    private static Set<IncidentId> idsOf(List<Incident> incidents) {
        return incidents.stream().map(Incident::incidentId).collect(Collectors.toSet());
    }

    private static List<Failure> failures(ProblemLife life, List<Incident> caused) {
        Map<IncidentId, Long> links = life.links();
        Set<IncidentId> ids = idsOf(caused);
        return caused.stream()
                .filter(incident -> incident.mergedInto() == null || !ids.contains(incident.mergedInto()))
                .map(incident -> Failure.of(incident, links.getOrDefault(incident.incidentId(), 0L)))
                .sorted(Comparator.comparing(Failure::startedAt)
                        .thenComparing(failure -> failure.incidentId().number()))
                .toList();
    }

    /** The same problem, with only what happened in this period. */
    Problem during(Period period, Instant now) {
        Instant end = period.to();
        List<Failure> failures = incidents.stream().filter(failure -> period.contains(failure.startedAt())).toList();
        Set<IncidentId> failed = failures.stream().map(Failure::incidentId).collect(Collectors.toSet());
        List<Duration> between = timesBetween(failures);
        return new Problem(
                problemId, title, services, rootCauseCategory, openedAt, entryId, status, workaround, fix,
                recurrences.stream().filter(again -> failed.contains(again.incidentId())).toList(),
                failures, between, mean(between),
                trend(failures, end == null || end.isAfter(now) ? now : end));
    }

    private static Trend trend(List<Failure> failures, Instant until) {
        return Trend.of(failures.stream().map(Failure::startedAt).toList(), until);
    }

    private static List<Duration> timesBetween(List<Failure> failures) {
        return IntStream.range(1, failures.size())
                .mapToObj(next -> Duration.between(
                        failures.get(next - 1).startedAt(), failures.get(next).startedAt()))
                .toList();
    }

    private static @Nullable Duration mean(List<Duration> between) {
        return between.isEmpty()
                ? null
                : between.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(between.size());
    }
}
