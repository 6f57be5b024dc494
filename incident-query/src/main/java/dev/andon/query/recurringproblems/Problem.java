package dev.andon.query.recurringproblems;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.ProblemStatus;
import dev.andon.kernel.RootCauseCategory;
import dev.andon.kernel.Severity;
import dev.andon.query.http.Period;
import dev.andon.query.incidents.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A problem and what it caused, oldest first. A link that was retracted is no longer here, and drills and false alarms never
 * are: practising is not failing, nor is being wrong. What was merged into another of these incidents is that one.
 *
 * @param timesBetweenFailures from the start of each incident to the start of the next
 * @param meanTimeBetweenFailures their mean, if there are any
 */
public record Problem(
        ProblemId problemId,
        String title,
        List<String> services,
        @Nullable RootCauseCategory rootCauseCategory,
        Instant openedAt,
        ProblemStatus status,
        @Nullable String workaround,
        ProblemDocument.@Nullable Fix fix,
        List<IncidentId> recurredIn,
        List<Failure> incidents,
        List<Duration> timesBetweenFailures,
        @Nullable Duration meanTimeBetweenFailures) {

    /**
     * One incident that the problem caused.
     *
     * @param startedAt the start of the impact, or the declaration if nobody recorded an impact
     */
    public record Failure(
            IncidentId incidentId,
            String title,
            Severity severity,
            IncidentStatus status,
            Instant startedAt,
            @Nullable Instant resolvedAt) {

        static Failure of(Incident incident) {
            return new Failure(
                    incident.incidentId(),
                    incident.title(),
                    incident.severity(),
                    incident.status(),
                    incident.startedAt(),
                    incident.resolvedAt());
        }
    }

    static Problem of(ProblemDocument document, List<Incident> everLinked) {
        List<Incident> linked = everLinked.stream()
                .filter(incident -> incident.problems().contains(document.problemId()))
                .toList();
        List<Incident> caused = linked.stream()
                .filter(incident -> !incident.drill() && incident.status() != IncidentStatus.FALSE_ALARM)
                .toList();
        Set<IncidentId> ids = caused.stream().map(Incident::incidentId).collect(Collectors.toSet());
        return with(
                document.linkedStill(linked.stream().map(Incident::incidentId).collect(Collectors.toSet())),
                caused.stream()
                        .filter(incident -> incident.mergedInto() == null || !ids.contains(incident.mergedInto()))
                        .map(Failure::of)
                        .sorted(Comparator.comparing(Failure::startedAt)
                                .thenComparing(failure -> failure.incidentId().number()))
                        .toList());
    }

    /** The same problem, with only the incidents that started in this period. */
    Problem during(Period period) {
        return with(
                new ProblemDocument(
                        problemId, title, services, rootCauseCategory, openedAt, status, workaround, fix, recurredIn,
                        List.of()),
                incidents.stream().filter(failure -> period.contains(failure.startedAt())).toList());
    }

    private static Problem with(ProblemDocument document, List<Failure> failures) {
        List<Duration> between = IntStream.range(1, failures.size())
                .mapToObj(next -> Duration.between(
                        failures.get(next - 1).startedAt(), failures.get(next).startedAt()))
                .toList();
        return new Problem(
                document.problemId(),
                document.title(),
                document.services(),
                document.rootCauseCategory(),
                document.openedAt(),
                document.status(),
                document.workaround(),
                document.fix(),
                document.recurredIn(),
                failures,
                between,
                between.isEmpty()
                        ? null
                        : between.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(between.size()));
    }
}
