package dev.andon.command.finding;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.OTHER_INCIDENT;
import static dev.andon.command.Given.declared;
import static dev.andon.command.Given.finding;
import static dev.andon.command.RuleFixture.NOW;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Refusal;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.Verdict;
import dev.andon.kernel.command.AssessHypothesis;
import dev.andon.kernel.event.HypothesisAssessed;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AssessingAHypothesisTest {

    private static final FindingId FINDING = new FindingId("F-7K3Q");

    private final RuleFixture rule = RuleFixture.of(new AssessingAHypothesis());

    @Test
    void aHypothesisGetsAVerdict() {
        rule.given(declared(), finding(FindingKind.HYPOTHESIS, FINDING))
                .when(assess(Verdict.RULED_OUT))
                .records(new HypothesisAssessed(INCIDENT, FINDING, Verdict.RULED_OUT, "reason", NOW));
    }

    @Test
    void aVerdictMayChangeAndChangeBack() {
        rule.given(
                declared(), finding(FindingKind.HYPOTHESIS, FINDING), assessed(Verdict.RULED_OUT),
                assessed(Verdict.SUPPORTED))
                .when(new AssessHypothesis(INCIDENT, FINDING, Verdict.RULED_OUT, "reason", EARLIER))
                .records(assessed(Verdict.RULED_OUT));
    }

    @Test
    void theSameVerdictIsNoNews() {
        rule.given(declared(), finding(FindingKind.HYPOTHESIS, FINDING), assessed(Verdict.CONFIRMED))
                .when(assess(Verdict.CONFIRMED))
                .isRefused(
                        Refusal.VERDICT_UNCHANGED,
                        Map.of("incidentId", INCIDENT, "findingId", FINDING, "verdict", Verdict.CONFIRMED));
    }

    @ParameterizedTest
    @EnumSource(value = FindingKind.class, names = "HYPOTHESIS", mode = EnumSource.Mode.EXCLUDE)
    void onlyAHypothesisGetsAVerdict(FindingKind kind) {
        rule.given(declared(), finding(kind, FINDING))
                .when(assess(Verdict.CONFIRMED))
                .isRefused(
                        Refusal.NOT_A_HYPOTHESIS,
                        Map.of("incidentId", INCIDENT, "findingId", FINDING, "kind", kind));
    }

    @Test
    void aHypothesisOfAnotherIncidentIsNotFound() {
        rule.given(declared(), finding(OTHER_INCIDENT, FindingKind.HYPOTHESIS, FINDING))
                .when(assess(Verdict.CONFIRMED))
                .isNotFound("There is no finding F-7K3Q");
    }

    private static AssessHypothesis assess(Verdict verdict) {
        return new AssessHypothesis(INCIDENT, FINDING, verdict, "reason", null);
    }

    private static HypothesisAssessed assessed(Verdict verdict) {
        return new HypothesisAssessed(INCIDENT, FINDING, verdict, "reason", EARLIER);
    }
}
