package dev.andon.benchmarks.queries;

import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.ActionItemKind;
import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.MitigationEffect;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.Role;
import dev.andon.kernel.RootCauseCategory;
import dev.andon.kernel.Severity;
import dev.andon.kernel.Verdict;
import dev.andon.kernel.Visibility;
import dev.andon.kernel.event.ActionItemAssigned;
import dev.andon.kernel.event.ActionItemCompleted;
import dev.andon.kernel.event.ActionItemProposed;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.FiveWhysCompleted;
import dev.andon.kernel.event.FiveWhysOwnerAssigned;
import dev.andon.kernel.event.HypothesisAssessed;
import dev.andon.kernel.event.ImpactRecorded;
import dev.andon.kernel.event.IncidentClosed;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentLinkedToProblem;
import dev.andon.kernel.event.IncidentMitigated;
import dev.andon.kernel.event.IncidentResolved;
import dev.andon.kernel.event.MitigationApplied;
import dev.andon.kernel.event.ProblemOpened;
import dev.andon.kernel.event.RoleAssigned;
import dev.andon.kernel.event.RootCauseIdentified;
import dev.andon.kernel.event.ServiceRegistered;
import dev.andon.kernel.event.StakeholderUpdatePosted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One incident, event by event: declared, looked into, mitigated, resolved, learned from and closed. */
record LifeOfIncident(int number, int events, Instant begin) {

    static final int ONE_IN_SO_MANY_STAYS_RESOLVED = 50;

    private static final int SERVICES = 50;
    private static final int PROBLEMS = 200;
    private static final int HYPOTHESIS_EACH = 10;
    private static final Duration STEP = Duration.ofSeconds(40);
    private static final List<String> SYMPTOMS = List.of(
            "Payments are declined with a timeout of the provider", "The queue of the order service grows",
            "A certificate has expired on the load balancer", "The cache answers with stale prices",
            "Search results are empty for one customer in ten", "The primary database has run out of connections",
            "A deployment of the cart doubled its memory", "Mails leave an hour late");

    /** What there is before the first incident. */
    static Stream<Event> problems(Instant at) {
        return Stream.concat(
                IntStream.range(0, SERVICES).mapToObj(
                        service -> new ServiceRegistered(service(service), "team-" + service % 9, 99.9, null, null,
                                at)),
                IntStream.range(0, PROBLEMS).mapToObj(problem -> new ProblemOpened(
                        ProblemId.of(problem + 1), "Problem: " + symptom(problem), List.of(service(problem)),
                        RootCauseCategory.values()[problem % RootCauseCategory.values().length], at)));
    }

    Instant time(int step) {
        return begin.plus(STEP.multipliedBy(step));
    }

    Event event(int step) {
        IncidentId incident = IncidentId.of(number);
        Instant at = time(step);
        ActionItemId item = ActionItemId.of(number);
        return switch (step) {
            case 0 -> new IncidentDeclared(incident, symptom(number) + " (" + number + ")",
                    Severity.values()[number % 4],
                    List.of(service(number)),
                    new Detection(DetectionSource.values()[number % DetectionSource.values().length], null), null,
                    "Nobody can pay with " + service(number), false, at);
            case 1 -> new RoleAssigned(incident, Role.INCIDENT_COMMANDER, "person-" + number % 40, at);
            case 2 -> new ImpactRecorded(incident, List.of(service(number)), begin, null, 10 + number % 90, null, at);
            default -> switch (events - step) {
                case 12 -> new MitigationApplied(incident, "Restarted the workers", MitigationEffect.PARTIAL,
                        service(number), at);
                case 11 -> new IncidentMitigated(incident, null, at);
                case 10 -> new StakeholderUpdatePosted(incident, "customers", "It is over", "mail", null, at);
                case 9 -> new IncidentResolved(incident, "All is well again", at, at);
                case 8 -> new FiveWhysOwnerAssigned(incident, "person-" + number % 40, null, at);
                case 7 -> new RootCauseIdentified(incident, symptom(number + 3),
                        RootCauseCategory.values()[number % RootCauseCategory.values().length], null, at);
                case 6 -> new FiveWhysCompleted(incident, null, at);
                case 5 -> new ActionItemProposed(incident, item, "Alert on it", ActionItemKind.DETECT, null, null, at);
                case 4 -> new ActionItemAssigned(incident, item, "person-" + number % 40,
                        at.plus(Duration.ofDays(14)), at);
                case 3 -> new IncidentLinkedToProblem(ProblemId.of(1 + number % PROBLEMS), incident, at);
                case 2 -> number % 3 == 0 ? finding(incident, step, at)
                        : new ActionItemCompleted(incident, item, null, at);
                case 1 -> number % ONE_IN_SO_MANY_STAYS_RESOLVED == 0 ? finding(incident, step, at)
                        : new IncidentClosed(incident, "Learned from", List.of(), at);
                default -> finding(incident, step, at);
            };
        };
    }

    private Event finding(IncidentId incident, int step, Instant at) {
        return switch (step % HYPOTHESIS_EACH) {
            case 3 -> new FindingAdded(incident, finding(step), FindingKind.HYPOTHESIS, symptom(number + step), null,
                    null, List.of(), service(number), null, Visibility.INTERNAL, at);
            case 6 -> new HypothesisAssessed(incident, finding(step - 3), Verdict.RULED_OUT,
                    "It was the same before and after", at);
            default -> new FindingAdded(incident, finding(step), FindingKind.OBSERVATION,
                    symptom(number * 7 + step) + ", for " + step + " minutes by now, in " + service(step), null, null,
                    List.of(), service(number), null, Visibility.INTERNAL, at);
        };
    }

    private static FindingId finding(int step) {
        return new FindingId("F-%04d".formatted(step));
    }

    private static String service(int number) {
        return "service-" + number % SERVICES;
    }

    private static String symptom(int number) {
        return SYMPTOMS.get(number % SYMPTOMS.size());
    }
}
