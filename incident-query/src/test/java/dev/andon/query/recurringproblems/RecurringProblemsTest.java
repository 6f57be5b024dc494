package dev.andon.query.recurringproblems;

import static dev.andon.query.recurringproblems.Recurrences.ALWAYS;
import static dev.andon.query.recurringproblems.Recurrences.BACKUPS;
import static dev.andon.query.recurringproblems.Recurrences.FIRST;
import static dev.andon.query.recurringproblems.Recurrences.NOW;
import static dev.andon.query.recurringproblems.Recurrences.declared;
import static dev.andon.query.recurringproblems.Recurrences.history;
import static dev.andon.query.recurringproblems.Recurrences.markdown;
import static dev.andon.query.recurringproblems.Recurrences.problem;
import static dev.andon.query.recurringproblems.Recurrences.proposed;
import static dev.andon.query.recurringproblems.Recurrences.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.ActionItemKind;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.ProblemStatus;
import dev.andon.kernel.event.EntryRetracted;
import dev.andon.kernel.event.IncidentLinkedToProblem;
import dev.andon.kernel.event.IncidentMarkedFalseAlarm;
import dev.andon.kernel.event.IncidentMerged;
import dev.andon.kernel.event.IncidentReopened;
import dev.andon.kernel.event.ProblemFixVerified;
import dev.andon.kernel.event.ProblemFixed;
import dev.andon.kernel.event.ProblemRecurred;
import dev.andon.kernel.event.WorkaroundDocumented;
import dev.andon.query.History;
import dev.andon.query.http.Period;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.text.DisplayZone;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecurringProblemsTest {

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
    void whatNothingWasWrongInRefutesNoFix() {
        History history = history(2, false);
        history.then(new ProblemFixed(BACKUPS, "tested", null, FIRST));
        history.then(declared(3, false, FIRST));
        history.then(new IncidentLinkedToProblem(BACKUPS, IncidentId.of(3), FIRST));
        history.then(new ProblemRecurred(BACKUPS, IncidentId.of(3), ProblemStatus.FIXED, FIRST, FIRST));
        history.then(declared(4, true, FIRST));
        history.then(new IncidentLinkedToProblem(BACKUPS, IncidentId.of(4), FIRST));
        assertThat(problem(history).status()).isEqualTo(ProblemStatus.RECURRED);

        history.then(new IncidentMarkedFalseAlarm(IncidentId.of(3), "a probe", null, FIRST));

        assertThat(problem(history).status()).as("a drill refutes no fix").isEqualTo(ProblemStatus.FIXED);
    }

    @Test
    void whatWasLinkedBeforeTheFixRefutesItByGoingOnAndByNothingElse() {
        History history = history(3, false);
        history.then(new ProblemFixed(BACKUPS, "tested", null, FIRST));
        history.then(new IncidentReopened(IncidentId.of(1), "It is back", FIRST));
        history.then(new ProblemRecurred(BACKUPS, IncidentId.of(1), ProblemStatus.FIXED, FIRST, FIRST));
        assertThat(problem(history).status()).isEqualTo(ProblemStatus.RECURRED);

        history.then(new IncidentMarkedFalseAlarm(IncidentId.of(1), "a probe", null, FIRST));

        assertThat(problem(history).status()).as("the fix was for the others").isEqualTo(ProblemStatus.FIXED);
    }

    @Test
    void aRecurrenceThatGoesOnInAnEarlierIncidentStands() {
        History history = history(2, false);
        history.then(new ProblemFixed(BACKUPS, "tested", null, FIRST));
        history.then(declared(3, false, FIRST));
        history.then(new IncidentLinkedToProblem(BACKUPS, IncidentId.of(3), FIRST));
        history.then(new ProblemRecurred(BACKUPS, IncidentId.of(3), ProblemStatus.FIXED, FIRST, FIRST));

        history.then(new IncidentMerged(IncidentId.of(3), IncidentId.of(2), null, FIRST));

        assertThat(problem(history).status()).isEqualTo(ProblemStatus.RECURRED);
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
}
