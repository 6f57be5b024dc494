package dev.andon.command.finding;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.OTHER_INCIDENT;
import static dev.andon.command.Given.declared;
import static dev.andon.command.Given.finding;
import static dev.andon.command.Given.resolved;
import static dev.andon.command.RuleFixture.NOW;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Refusal;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.Link;
import dev.andon.kernel.Visibility;
import dev.andon.kernel.command.AddFinding;
import dev.andon.kernel.event.FindingAdded;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AddingAFindingTest {

    private static final FindingId FINDING = new FindingId("F-7K3Q");
    private static final FindingId EARLIER_FINDING = new FindingId("F-2222");

    private final RuleFixture rule = RuleFixture.of(new AddingAFinding());

    @ParameterizedTest
    @EnumSource(value = FindingKind.class, names = {"OBSERVATION", "HYPOTHESIS", "DECISION"})
    void aFindingIsInternalAndHappensNowUnlessSaidOtherwise(FindingKind kind) {
        rule.given(declared())
                .when(add(kind, null, null, null))
                .records(new FindingAdded(
                        INCIDENT, FINDING, kind, "text", null, null, List.of(), null, null, Visibility.INTERNAL, NOW));
    }

    @Test
    void aFindingIsAddedAsItWasTold() {
        var links = List.of(new Link("https://graphs.example/1", "The graph"));
        rule.given(declared(), resolved())
                .when(new AddFinding(
                        INCIDENT, FINDING, FindingKind.DECISION, "Wait and see", EARLIER, null, null, links, "checkout",
                        NOW.plusSeconds(600), Visibility.PUBLIC))
                .records(new FindingAdded(
                        INCIDENT, FINDING, FindingKind.DECISION, "Wait and see", null, null, links, "checkout",
                        NOW.plusSeconds(600), Visibility.PUBLIC, EARLIER));
    }

    @Test
    void evidenceIsAboutAHypothesis() {
        rule.given(declared(), finding(FindingKind.HYPOTHESIS, EARLIER_FINDING))
                .when(add(FindingKind.EVIDENCE, EARLIER_FINDING, false, null))
                .records(new FindingAdded(
                        INCIDENT, FINDING, FindingKind.EVIDENCE, "text", EARLIER_FINDING, false, List.of(), null, null,
                        Visibility.INTERNAL, NOW));
    }

    @Test
    void evidenceAboutSomethingThatIsNoHypothesisIsRefused() {
        rule.given(declared(), finding(FindingKind.OBSERVATION, EARLIER_FINDING))
                .when(add(FindingKind.EVIDENCE, EARLIER_FINDING, true, null))
                .isRefused(
                        Refusal.EVIDENCE_WITHOUT_HYPOTHESIS,
                        Map.of("incidentId", INCIDENT, "about", EARLIER_FINDING));
    }

    @Test
    void evidenceAboutAHypothesisOfAnotherIncidentIsRefused() {
        rule.given(declared(), finding(OTHER_INCIDENT, FindingKind.HYPOTHESIS, EARLIER_FINDING))
                .when(add(FindingKind.EVIDENCE, EARLIER_FINDING, true, null))
                .isRefused(
                        Refusal.EVIDENCE_WITHOUT_HYPOTHESIS,
                        Map.of("incidentId", INCIDENT, "about", EARLIER_FINDING));
    }

    @Test
    void evidenceSaysWhatItIsAbout() {
        rule.given(declared()).when(add(FindingKind.EVIDENCE, null, true, null)).isInvalidAt("/about");
    }

    @Test
    void everyFieldThatBelongsToAnotherKindIsNamedAtOnce() {
        rule.given(declared())
                .when(add(FindingKind.OBSERVATION, EARLIER_FINDING, true, NOW))
                .isInvalidAt("/about", "/supports", "/reviewAt");
    }

    @Test
    void anIdThatAnotherFindingOfTheIncidentHasIsTaken() {
        rule.given(declared(), finding(FindingKind.OBSERVATION, FINDING))
                .when(add(FindingKind.OBSERVATION, null, null, null))
                .needsAnotherIdThan(FINDING);
    }

    @Test
    void anIdIsOnlyTakenWithinItsIncident() {
        rule.given(declared(), finding(OTHER_INCIDENT, FindingKind.OBSERVATION, FINDING))
                .when(add(FindingKind.OBSERVATION, null, null, null))
                .records(observed());
    }

    private static FindingAdded observed() {
        return new FindingAdded(
                INCIDENT, FINDING, FindingKind.OBSERVATION, "text", null, null, List.of(), null, null,
                Visibility.INTERNAL, NOW);
    }

    private static AddFinding add(
            FindingKind kind, @Nullable FindingId about, @Nullable Boolean supports, @Nullable Instant reviewAt) {
        return new AddFinding(
                INCIDENT, FINDING, kind, "text", null, about, supports, List.of(), null, reviewAt, null);
    }
}
