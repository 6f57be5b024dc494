package dev.andon.query.recurringproblems;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.ActionItemKind;
import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.Severity;
import dev.andon.kernel.event.ActionItemProposed;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentLinkedToProblem;
import dev.andon.kernel.event.ProblemOpened;
import dev.andon.query.History;
import dev.andon.query.followup.FollowUp;
import dev.andon.query.followup.FollowUpProjection;
import dev.andon.query.http.Period;
import dev.andon.query.readmodel.Awaited;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.similar.Lookalikes;
import dev.andon.query.text.DisplayZone;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A problem that comes back, and the work that was to keep it away. */
final class Recurrences {

    static final ProblemId BACKUPS = ProblemId.of(1);
    static final ActionItemId WORK = ActionItemId.of(1);
    static final Instant FIRST = Instant.parse("2026-03-01T00:00:00Z");
    static final Instant NOW = Instant.parse("2026-12-31T00:00:00Z");
    static final Period ALWAYS = new Period(null, null);

    private Recurrences() {}

    static ActionItemProposed proposed(ActionItemKind kind, @Nullable String owner) {
        return new ActionItemProposed(
                IncidentId.of(1), WORK, "Test the backups", kind, owner, FIRST.plus(Duration.ofHours(5)),
                FIRST.plus(Duration.ofHours(1)));
    }

    static List<BrokenPromise> promises(History history, Period period) {
        return report(history, period).brokenPromises();
    }

    static BrokenPromise only(History history, Period period) {
        assertThat(promises(history, period)).hasSize(1);
        return promises(history, period).getFirst();
    }

    /** Incidents a day apart, then two, then three, all caused by one problem. */
    static History history(int incidents, boolean drill) {
        History history = History
                .of(new ProblemOpened(BACKUPS, "Backups | nobody's", List.of("gitlab.com"), null, FIRST));
        Instant start = FIRST;
        for (int number = 1; number <= incidents; number++) {
            history.then(declared(number, drill, start));
            history.then(new IncidentLinkedToProblem(BACKUPS, IncidentId.of(number), start.plusSeconds(60)));
            start = start.plus(Duration.ofDays(number));
        }
        return history;
    }

    static IncidentDeclared declared(int number, boolean drill, Instant start) {
        return new IncidentDeclared(
                IncidentId.of(number), "It fails", Severity.SEV3, List.of("gitlab.com"),
                new Detection(DetectionSource.ALERT, null), start, null, drill, start.plusSeconds(60));
    }

    static Problem problem(History history) {
        return report(history, ALWAYS).problems().getFirst();
    }

    static String markdown(History history) {
        return RecurringProblemsMarkdown.document(report(history, ALWAYS), DisplayZone.UTC);
    }

    static RecurringProblems report(History history, Period period) {
        var viewpoint = new Viewpoint(history.recorded().size(), NOW, null);
        List<Problem> problems = ProblemHistory.problemsIn(history);
        return RecurringProblems.among(
                problems, promises(history, problems, period, viewpoint), new Lookalikes(0, 0, 0, List.of()), period,
                viewpoint);
    }

    private static RecurringProblems.Broken promises(
            History history, List<Problem> problems, Period period, Viewpoint viewpoint) {
        BrokenPromises promises = broken(history, period, viewpoint);
        List<BrokenPromise> broken = Awaited.all(Flux.fromIterable(problems).concatMap(promises::of)
                .sort(Comparator.comparing((BrokenPromises.Promise promise) -> promise.place().value()).reversed())
                .concatMap(promises::asItWas));
        return new RecurringProblems.Broken(broken.size(), broken);
    }

    static List<BrokenPromises.Promise> broken(History history) {
        BrokenPromises promises = broken(history, ALWAYS, new Viewpoint(history.recorded().size(), NOW, null));
        return Awaited.all(Flux.fromIterable(ProblemHistory.problemsIn(history)).concatMap(promises::of));
    }

    private static BrokenPromises broken(History history, Period period, Viewpoint viewpoint) {
        var documents = history.documents(new FollowUpProjection());
        return new BrokenPromises(
                (incidents, then) -> Mono.just(incidents.stream()
                        .flatMap(incident -> Optional.ofNullable(documents.get(DocumentKey.single(incident.value())))
                                .flatMap(document -> FollowUp.of(document, then)).stream())
                        .toList()),
                period, viewpoint);
    }
}
