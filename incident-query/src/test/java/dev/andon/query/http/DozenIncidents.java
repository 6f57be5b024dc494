package dev.andon.query.http;

import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.Severity;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentLinkedToProblem;
import dev.andon.kernel.event.IncidentResolved;
import dev.andon.kernel.event.ProblemOpened;
import dev.andon.query.History;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Two problems and a dozen incidents. */
final class DozenIncidents {

    static final int COUNT = 12;

    private static final Instant FIRST = Instant.parse("2026-03-01T00:00:00Z");

    private DozenIncidents() {}

    /** An incident a day, on two services in turn; the first problem caused the first two, the other none. */
    static History history() {
        History history = History.of(
                new ProblemOpened(ProblemId.of(1), "Restarts lose the cache", List.of(), null, FIRST),
                new ProblemOpened(ProblemId.of(2), "Nobody knows yet", List.of(), null, FIRST));
        history.then(declared(1));
        history.then(new IncidentLinkedToProblem(ProblemId.of(1), IncidentId.of(1), FIRST.plusSeconds(60)));
        history.then(new IncidentResolved(IncidentId.of(1), "restarted", null, FIRST.plusSeconds(600)));
        IntStream.rangeClosed(2, COUNT).forEach(number -> history.then(declared(number)));
        return history.then(
                new IncidentLinkedToProblem(ProblemId.of(1), IncidentId.of(2), FIRST.plus(Duration.ofDays(1))));
    }

    private static IncidentDeclared declared(int number) {
        Instant start = FIRST.plus(Duration.ofDays(number - 1));
        return new IncidentDeclared(
                IncidentId.of(number), "It fails " + number, Severity.SEV3,
                List.of(number % 2 == 0 ? "search" : "checkout"), new Detection(DetectionSource.CUSTOMER, null), start,
                null, false, start.plusSeconds(60));
    }
}
