package dev.andon.query.recurringproblems;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.ActionItemKind;
import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.ProblemStatus;
import dev.andon.kernel.Severity;
import dev.andon.kernel.event.ActionItemAssigned;
import dev.andon.kernel.event.ActionItemCancelled;
import dev.andon.kernel.event.ActionItemCompleted;
import dev.andon.kernel.event.ActionItemProposed;
import dev.andon.kernel.event.EntryRetracted;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentLinkedToProblem;
import dev.andon.kernel.event.IncidentMarkedFalseAlarm;
import dev.andon.kernel.event.IncidentMerged;
import dev.andon.kernel.event.ProblemFixVerified;
import dev.andon.kernel.event.ProblemFixed;
import dev.andon.kernel.event.ProblemOpened;
import dev.andon.kernel.event.ProblemRecurred;
import dev.andon.kernel.event.WorkaroundDocumented;
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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class RecurringProblemsTest {

    private static final ProblemId BACKUPS = ProblemId.of(1);
    private static final ActionItemId WORK = ActionItemId.of(1);
    private static final Instant FIRST = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-12-31T00:00:00Z");
    private static final Period ALWAYS = new Period(null, null);

    @Test
    void aProblemWithTwoIncidentsRecurs() {
        History history = history(3, false);

        RecurringProblems report = report(history, ALWAYS);

        Problem problem = report.problems().getFirst();
        assertThat(problem.incidents()).extracting(Problem.Failure::incidentId)
                .containsExactly(IncidentId.of(1), IncidentId.of(2), IncidentId.of(3));
        assertThat(problem.timesBetweenFailures()).containsExactly(Duration.ofDays(1), Duration.ofDays(2));
        assertThat(problem.meanTimeBetweenFailures()).isEqualTo(Duration.ofHours(36));
    }

    @Test
    void aProblemWithOneIncidentDoesNotRecur() {
        assertThat(report(history(1, false), ALWAYS).problems()).isEmpty();
    }

    @Test
    void onlyIncidentsThatStartedInThePeriodCount() {
        History history = history(3, false);

        assertThat(report(history, new Period(FIRST.plusSeconds(1), null)).problems().getFirst().incidents())
                .hasSize(2);
        assertThat(report(history, new Period(null, FIRST.plus(Duration.ofDays(1)))).problems()).isEmpty();
    }

    @Test
    void drillsAreNoFailures() {
        assertThat(report(history(3, true), ALWAYS).problems()).isEmpty();
    }

    @Test
    void aRetractedLinkNoLongerCounts() {
        History history = history(2, false);
        int lastLink = history.recorded().size();
        history.then(new EntryRetracted(IncidentId.of(2), lastLink, "another cause", FIRST));

        assertThat(report(history, ALWAYS).problems()).isEmpty();
    }

    @Test
    void aFalseAlarmIsNoFailure() {
        History history = history(2, false);
        history.then(new IncidentMarkedFalseAlarm(IncidentId.of(2), "a probe", null, FIRST));

        assertThat(report(history, ALWAYS).problems()).isEmpty();
    }

    @Test
    void whatIsTheSameIncidentFailedOnce() {
        History history = history(2, false);
        history.then(new IncidentMerged(IncidentId.of(2), IncidentId.of(1), null, FIRST));

        assertThat(report(history, ALWAYS).problems()).isEmpty();
    }

    @Test
    void aProblemIsLivedWithThenFixedThenVerifiedAndRecursLoudly() {
        History history = history(2, false);
        assertThat(problem(history).status()).isEqualTo(ProblemStatus.OPEN);
        history.then(new WorkaroundDocumented(BACKUPS, "copy by hand", FIRST));
        assertThat(problem(history).status()).isEqualTo(ProblemStatus.KNOWN_ERROR);
        assertThat(markdown(history)).contains("on average. Known error; workaround: copy by hand\n");
        history.then(new ProblemFixed(BACKUPS, "tested", null, FIRST));
        assertThat(problem(history).status()).isEqualTo(ProblemStatus.FIXED);
        history.then(new ProblemFixVerified(BACKUPS, "a restore", FIRST));
        assertThat(problem(history).status()).isEqualTo(ProblemStatus.VERIFIED);
        assertThat(problem(history).fix())
                .isEqualTo(new Problem.Fix("tested", null, FIRST, 7, "a restore", FIRST, 8L));
        history.then(new ProblemRecurred(BACKUPS, IncidentId.of(2), ProblemStatus.VERIFIED, FIRST, FIRST));
        assertThat(problem(history).status()).isEqualTo(ProblemStatus.RECURRED);
        assertThat(problem(history).recurrences()).containsExactly(
                new Problem.Recurrence(IncidentId.of(2), ProblemStatus.VERIFIED, FIRST, FIRST, 9));
        assertThat(markdown(history))
                .contains("**It has recurred** in INC-2, though it was fixed on 1 March 2026, 00:00.");
        history.then(new WorkaroundDocumented(BACKUPS, "again by hand", FIRST));
        assertThat(problem(history).status()).isEqualTo(ProblemStatus.RECURRED);
    }

    @Test
    void aPastStateIsTheSameCodeOverFewerEvents() {
        History history = history(2, false);
        history.then(new ProblemFixed(BACKUPS, "tested", null, FIRST.plus(Duration.ofDays(5))));
        for (int position = 1; position <= history.recorded().size(); position++) {
            var known = new History();
            history.recorded().stream().limit(position)
                    .forEach(each -> known.then(each.event(), each.recordedAt(), each.metadata()));
            assertThat(ProblemHistory.problemsIn(history, new Viewpoint(position, NOW, null)))
                    .isEqualTo(ProblemHistory.problemsIn(known, new Viewpoint(Long.MAX_VALUE, NOW, null)));
        }
        Instant asOf = FIRST.plus(Duration.ofDays(3));
        assertThat(ProblemHistory.problemsIn(history, new Viewpoint(Long.MAX_VALUE, asOf, asOf)).getFirst().status())
                .isEqualTo(ProblemStatus.OPEN);
    }

    @Test
    void aRecurrenceIsTakenBackWithTheLinkThatSaidSo() {
        History history = history(3, false);
        long lastLink = history.recorded().size();
        history.then(new ProblemFixed(BACKUPS, "tested", null, FIRST));
        history.then(new ProblemFixVerified(BACKUPS, "a restore", FIRST));
        history.then(new ProblemRecurred(BACKUPS, IncidentId.of(3), ProblemStatus.VERIFIED, FIRST, FIRST));
        assertThat(problem(history).status()).isEqualTo(ProblemStatus.RECURRED);

        history.then(new EntryRetracted(IncidentId.of(3), lastLink, "another cause", FIRST));

        assertThat(problem(history).status()).isEqualTo(ProblemStatus.VERIFIED);
        assertThat(problem(history).recurrences()).isEmpty();
    }

    @Test
    void aRecurrenceStandsAsLongAsAnotherIncidentSaysSo() {
        History history = history(2, false);
        history.then(new ProblemFixed(BACKUPS, "tested", null, FIRST));
        history.then(declared(3, false, FIRST));
        history.then(new IncidentLinkedToProblem(BACKUPS, IncidentId.of(3), FIRST));
        long refuting = history.recorded().size();
        history.then(new ProblemRecurred(BACKUPS, IncidentId.of(3), ProblemStatus.FIXED, FIRST, FIRST));
        history.then(declared(4, false, FIRST));
        history.then(new IncidentLinkedToProblem(BACKUPS, IncidentId.of(4), FIRST));

        history.then(new EntryRetracted(IncidentId.of(3), refuting, "another cause", FIRST));

        assertThat(problem(history).status()).isEqualTo(ProblemStatus.RECURRED);
    }

    @Test
    void workThatWasStillToBeDoneIsABrokenPromiseOfWhoeverHadItThen() {
        History history = history(3, false).then(proposed(ActionItemKind.DETECT, "ann"));
        history.then(new ActionItemAssigned(IncidentId.of(1), WORK, "bob", null, FIRST.plus(Duration.ofHours(30))));

        BrokenPromise promise = only(history, ALWAYS);

        assertThat(promise.kind()).isEqualTo(BrokenPromise.Kind.STILL_OPEN);
        assertThat(promise.owner()).isEqualTo("ann");
        assertThat(promise.overdue()).isTrue();
        assertThat(promise.proposedIn()).isEqualTo(IncidentId.of(1));
        assertThat(promise.cameBackIn()).extracting(BrokenPromise.CameBack::incidentId)
                .containsExactly(IncidentId.of(2), IncidentId.of(3));
        assertThat(promise.entryIds()).containsExactly(8L, 9L);
        assertThat(only(history, new Period(FIRST.plus(Duration.ofDays(2)), null)).owner()).isEqualTo("bob");
    }

    @Test
    void workThatWasDoneOrGivenUpInBetweenBrokeTwoPromises() {
        History done = history(3, false).then(proposed(ActionItemKind.PREVENT, "ann")).then(
                new ActionItemCompleted(IncidentId.of(1), WORK, null, FIRST.plus(Duration.ofDays(2))));
        assertThat(promises(done, ALWAYS)).extracting(BrokenPromise::kind)
                .containsExactly(BrokenPromise.Kind.DONE_AND_YET, BrokenPromise.Kind.STILL_OPEN);

        History givenUp = history(3, false).then(proposed(ActionItemKind.MITIGATE, "ann")).then(
                new ActionItemCancelled(IncidentId.of(1), WORK, "too dear", FIRST.plus(Duration.ofHours(2))));
        BrokenPromise promise = only(givenUp, ALWAYS);
        assertThat(promise.kind()).isEqualTo(BrokenPromise.Kind.GIVEN_UP);
        assertThat(promise.endedAt()).isEqualTo(FIRST.plus(Duration.ofHours(2)));
        assertThat(promise.overdue()).isFalse();
    }

    @Test
    void whatWasToSeeItSoonerAndIsDoneWasNoPromiseThatItWouldNotHappen() {
        History history = history(2, false).then(proposed(ActionItemKind.DETECT, "ann")).then(
                new ActionItemCompleted(IncidentId.of(1), WORK, null, FIRST.plus(Duration.ofHours(2))));

        assertThat(promises(history, ALWAYS)).isEmpty();
    }

    @Test
    void workThatTheSecondIncidentLedToWasNotPromisedBeforeIt() {
        History history = history(2, false).then(new ActionItemProposed(
                IncidentId.of(2), WORK, "Test", ActionItemKind.PREVENT, null, null, FIRST.plus(Duration.ofDays(2))));

        assertThat(promises(history, ALWAYS)).isEmpty();
    }

    @Test
    void theReportReadsAsADocument() {
        History history = history(2, false).then(proposed(ActionItemKind.PREVENT, null));

        assertThat(RecurringProblemsMarkdown.document(report(history, ALWAYS), DisplayZone.UTC)).isEqualTo("""
                # Recurring problems

                All incidents, as of position 6. All times are UTC.

                ## PRB-1: Backups \\| nobody's

                2 incidents on gitlab.com; 1 day between failures on average.

                Trend: Too few to tell: a trend takes 4 incidents, and there are 2.

                | Incident | Severity | Status | Started | Since the one before |
                | --- | --- | --- | --- | --- |
                | INC-1 It fails | SEV3 | open | 1 March 2026, 00:00 | – |
                | INC-2 It fails | SEV3 | open | 2 March 2026, 00:00 | 1 day |

                # Broken promises

                The problem came back, although an earlier incident had led to work against it.

                - ACT-1 Test the backups (prevent, nobody's) was **still open, and overdue** when PRB-1 came back in \
                INC-2 (2 March 2026, 00:00). It came out of INC-1 on 1 March 2026, 01:00, due 1 March 2026, 05:00.

                # Unlinked incidents that look alike

                0 incidents of this period are linked to no problem. None looks like another incident.
                """);
    }

    private static ActionItemProposed proposed(ActionItemKind kind, @Nullable String owner) {
        return new ActionItemProposed(
                IncidentId.of(1), WORK, "Test the backups", kind, owner, FIRST.plus(Duration.ofHours(5)),
                FIRST.plus(Duration.ofHours(1)));
    }

    private static List<BrokenPromise> promises(History history, Period period) {
        return report(history, period).brokenPromises();
    }

    private static BrokenPromise only(History history, Period period) {
        assertThat(promises(history, period)).hasSize(1);
        return promises(history, period).getFirst();
    }

    /** Incidents a day apart, then two, then three, all caused by one problem. */
    private static History history(int incidents, boolean drill) {
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

    private static IncidentDeclared declared(int number, boolean drill, Instant start) {
        return new IncidentDeclared(
                IncidentId.of(number), "It fails", Severity.SEV3, List.of("gitlab.com"),
                new Detection(DetectionSource.ALERT, null), start, null, drill, start.plusSeconds(60));
    }

    private static Problem problem(History history) {
        return report(history, ALWAYS).problems().getFirst();
    }

    private static String markdown(History history) {
        return RecurringProblemsMarkdown.document(report(history, ALWAYS), DisplayZone.UTC);
    }

    private static RecurringProblems report(History history, Period period) {
        var viewpoint = new Viewpoint(history.recorded().size(), NOW, null);
        List<Problem> problems = ProblemHistory.problemsIn(history);
        return RecurringProblems.among(
                problems, promises(history, problems, period, viewpoint), new Lookalikes(0, 0, 0, List.of()), period,
                viewpoint);
    }

    private static List<BrokenPromise> promises(
            History history, List<Problem> problems, Period period, Viewpoint viewpoint) {
        var documents = history.documents(new FollowUpProjection());
        var promises = new BrokenPromises(
                (incident, then) -> Mono.justOrEmpty(documents.get(DocumentKey.single(incident.value())))
                        .flatMap(document -> Mono.justOrEmpty(FollowUp.of(document, then))),
                period, viewpoint);
        return Awaited.all(Flux.fromIterable(problems).concatMap(promises::of));
    }
}
