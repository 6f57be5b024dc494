package dev.andon.command.fivewhys;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.OTHER_INCIDENT;
import static dev.andon.command.Given.declared;
import static dev.andon.command.Given.finding;
import static dev.andon.command.RuleFixture.NOW;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Refusal;
import dev.andon.kernel.AnswerId;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.command.AnswerWhy;
import dev.andon.kernel.event.FiveWhysCompleted;
import dev.andon.kernel.event.WhyAnswered;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnsweringAWhyTest {

    private static final AnswerId ANSWER = new AnswerId("W-4H1T");
    private static final AnswerId ANSWER_ABOVE = new AnswerId("W-2222");
    private static final FindingId SEEN = new FindingId("F-7K3Q");
    private static final FindingId DECIDED = new FindingId("F-2222");
    private static final FindingId ELSEWHERE = new FindingId("F-3333");
    private static final FindingId NOWHERE = new FindingId("F-4444");

    private final RuleFixture rule = RuleFixture.of(new AnsweringAWhy());

    @Test
    void theFirstAnswerStandsByItself() {
        rule.given(declared()).when(answer(null)).records(answered(INCIDENT, ANSWER, null, NOW));
    }

    @Test
    void anAnswerDigsIntoAnotherAndCitesFindingsOfAnyKind() {
        rule.given(
                declared(), finding(FindingKind.OBSERVATION, SEEN), finding(FindingKind.DECISION, DECIDED),
                answered(INCIDENT, ANSWER_ABOVE, null, EARLIER))
                .when(answer(ANSWER_ABOVE, SEEN, DECIDED))
                .records(answered(INCIDENT, ANSWER, ANSWER_ABOVE, NOW, SEEN, DECIDED));
    }

    @Test
    void anAnswerDoesNotDigIntoAnotherIncident() {
        rule.given(declared(), answered(OTHER_INCIDENT, ANSWER_ABOVE, null, EARLIER))
                .when(answer(ANSWER_ABOVE))
                .isRefused(
                        Refusal.ANSWER_NOT_IN_INCIDENT,
                        Map.of("incidentId", INCIDENT, "under", ANSWER_ABOVE));
    }

    @Test
    void everyCitedFindingThatTheIncidentDoesNotHaveIsNamedOnce() {
        rule.given(
                declared(), finding(FindingKind.OBSERVATION, SEEN),
                finding(OTHER_INCIDENT, FindingKind.OBSERVATION, ELSEWHERE))
                .when(answer(null, NOWHERE, SEEN, ELSEWHERE, NOWHERE))
                .isRefused(
                        Refusal.FINDINGS_NOT_IN_INCIDENT,
                        Map.of("incidentId", INCIDENT, "missing", List.of(NOWHERE, ELSEWHERE)));
    }

    @Test
    void completeFiveWhysTakeNoMoreAnswers() {
        rule.given(declared(), new FiveWhysCompleted(INCIDENT, null, EARLIER))
                .when(answer(null))
                .isRefused(Refusal.FIVE_WHYS_COMPLETED, Map.of("incidentId", INCIDENT, "fiveWhys", "COMPLETED"));
    }

    @Test
    void anIdThatAnotherAnswerOfTheIncidentHasIsTaken() {
        rule.given(declared(), answered(INCIDENT, ANSWER, null, EARLIER))
                .when(answer(null))
                .needsAnotherIdThan(ANSWER);
    }

    private static AnswerWhy answer(@Nullable AnswerId under, FindingId... cites) {
        return new AnswerWhy(INCIDENT, ANSWER, "Why?", "Because.", under, List.of(cites));
    }

    private static WhyAnswered answered(
            IncidentId incidentId, AnswerId answerId, @Nullable AnswerId under, Instant occurredAt,
            FindingId... cites) {
        return new WhyAnswered(incidentId, answerId, "Why?", "Because.", under, List.of(cites), occurredAt);
    }
}
