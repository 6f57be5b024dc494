package dev.andon.query.catchup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.Role;
import dev.andon.kernel.Severity;
import dev.andon.kernel.Verdict;
import dev.andon.kernel.Visibility;
import dev.andon.kernel.event.EntryCorrected;
import dev.andon.kernel.event.EntryRetracted;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.HypothesisAssessed;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentEvent;
import dev.andon.kernel.event.IncidentMitigated;
import dev.andon.kernel.event.IncidentResolved;
import dev.andon.kernel.event.RoleAssigned;
import dev.andon.kernel.event.SeverityChanged;
import dev.andon.kernel.event.StakeholderUpdatePosted;
import dev.andon.query.History;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.text.DisplayZone;
import dev.andon.query.timeline.IncidentHistory;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangesSinceTest {

    private static final IncidentId INCIDENT = IncidentId.of(1);
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void whatIsNewIsToldByTopicWithWhereThingsStandOnTop() {
        assertThat(markdown(2, minutes(40),
                declared(),
                finding("F-0001", FindingKind.HYPOTHESIS, "the pool is full", null, 1),
                new SeverityChanged(INCIDENT, Severity.SEV2, Severity.SEV1, "no orders", minutes(2)),
                new RoleAssigned(INCIDENT, Role.SCRIBE, "bob", minutes(3)),
                finding("F-0002", FindingKind.DECISION, "wait for the cache", minutes(30), 4),
                new StakeholderUpdatePosted(INCIDENT, "customers", "We are on it", null, minutes(45), minutes(5)),
                new EntryCorrected(INCIDENT, 2, "typing", "the pool is nearly full", null, minutes(6)),
                new IncidentMitigated(INCIDENT, null, minutes(7)))).isEqualTo(
                        """
                                # INC-1: Checkout fails

                                What is new since position 2, as of position 8. All times are UTC.

                                **Now:** mitigated, SEV1 (it was open, SEV2).

                                **Roles:** bob is scribe.

                                ## What is open

                                - **Suspected:** the pool is nearly full (no verdict yet)
                                - **Decided to wait:** wait for the cache (**overdue**, to be looked at again 2 March 2026, 10:30)
                                - **Next word to customers:** due 2 March 2026, 10:45

                                ## Status

                                - 2 March 2026, 10:07: Mitigated — *alice through slack-bot, entry 8*

                                ## Severity

                                - 2 March 2026, 10:02: Severity raised from SEV2 to SEV1: no orders — *alice through slack-bot, entry 3*

                                ## Roles

                                - 2 March 2026, 10:03: bob takes the role of scribe — *alice through slack-bot, entry 4*

                                ## Findings

                                - 2 March 2026, 10:04: Decided: wait for the cache – to be looked at again on 2 March 2026, 10:30 — \
                                *alice through slack-bot, entry 5*

                                ## Updates to stakeholders

                                - 2 March 2026, 10:05: Update to customers: “We are on it” – next word due by 2 March 2026, 10:45 — \
                                *alice through slack-bot, entry 6*

                                ## Corrections

                                - Entry 2, corrected: typing — *alice through slack-bot, entry 7*
                                  - It reads: Suspected: the pool is nearly full
                                  - Was: “the pool is full”; is: “the pool is nearly full”
                                """);
    }

    @Test
    void whoeverKnowsEverythingIsToldSo() {
        ChangesSince brief = brief(1, TEN, declared());

        assertThat(brief.changes()).isEmpty();
        assertThat(CatchUpMarkdown.document(brief, DisplayZone.UTC)).contains("Nothing was recorded since.");
    }

    @Test
    void whatWasStruckOutMeanwhileIsNamedWithItsReason() {
        ChangesSince brief = brief(2, TEN, declared(), finding("F-0001", FindingKind.OBSERVATION, "a rumour", null, 1),
                new EntryRetracted(INCIDENT, 2, "nobody saw it", minutes(2)));

        ChangesSince.Correction correction = brief.corrections().getFirst();
        assertThat(correction.retracted()).isTrue();
        assertThat(correction.entryId()).isEqualTo(2);
        assertThat(correction.by()).isEqualTo(3);
        assertThat(correction.reason()).isEqualTo("nobody saw it");
        assertThat(correction.summary()).isEqualTo("Observed: a rumour");
    }

    @Test
    void aDecisionWaitsUntilSomebodyDecidesAgain() {
        IncidentEvent[] events = {declared(), finding("F-0001", FindingKind.DECISION, "wait", minutes(5), 1),
            finding("F-0002", FindingKind.DECISION, "fail over", null, 6)};

        assertThat(brief(1, minutes(9), events[0], events[1]).open().decisions())
                .extracting(OpenEnds.WaitingDecision::overdue).containsExactly(true);
        assertThat(brief(1, minutes(3), events[0], events[1]).open().decisions())
                .extracting(OpenEnds.WaitingDecision::overdue).containsExactly(false);
        assertThat(brief(1, minutes(9), events).open().decisions()).isEmpty();
    }

    @Test
    void nothingWaitsWhenItIsOver() {
        ChangesSince brief = brief(
                1, minutes(60), declared(),
                new StakeholderUpdatePosted(INCIDENT, "customers", "We are on it", null, minutes(10), minutes(5)),
                new IncidentResolved(INCIDENT, "restarted", null, minutes(6)));

        assertThat(brief.situation().status()).isEqualTo(IncidentStatus.RESOLVED);
        assertThat(brief.open().nextUpdate()).isNull();
        assertThat(Objects.requireNonNull(brief.before()).status()).isEqualTo(IncidentStatus.OPEN);
    }

    @Test
    void aVerdictIsNews() {
        ChangesSince brief = brief(
                2, TEN, declared(), finding("F-0001", FindingKind.HYPOTHESIS, "the pool", null, 1),
                new HypothesisAssessed(INCIDENT, new FindingId("F-0001"), Verdict.RULED_OUT, "it is empty",
                        minutes(2)));

        assertThat(brief.changes()).extracting(ChangesSince.Group::topic).containsExactly(Topic.VERDICTS);
        assertThat(brief.situation().hypotheses()).isEmpty();
    }

    private static String markdown(long since, Instant now, IncidentEvent... events) {
        return CatchUpMarkdown.document(brief(since, now, events), DisplayZone.UTC);
    }

    private static ChangesSince brief(long since, Instant now, IncidentEvent... events) {
        return ChangesSince.of(
                new IncidentHistory(
                        INCIDENT, new Viewpoint(events.length, now, null), History.of(events).entries(),
                        List.of()),
                since);
    }

    private static IncidentDeclared declared() {
        return new IncidentDeclared(
                INCIDENT, "Checkout fails", Severity.SEV2, List.of("checkout"),
                new Detection(DetectionSource.CUSTOMER, null), null, null, false, TEN);
    }

    private static FindingAdded finding(
            String id, FindingKind kind, String text, @Nullable Instant reviewAt, int minute) {
        return new FindingAdded(
                INCIDENT, new FindingId(id), kind, text, null, null, List.of(), null, reviewAt, Visibility.INTERNAL,
                minutes(minute));
    }

    private static Instant minutes(int minutes) {
        return TEN.plusSeconds(60L * minutes);
    }
}
