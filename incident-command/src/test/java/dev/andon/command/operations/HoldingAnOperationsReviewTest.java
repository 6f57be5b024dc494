package dev.andon.command.operations;

import static dev.andon.command.RuleFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Circumstances;
import dev.andon.kernel.OperationsReviewId;
import dev.andon.kernel.command.HoldOperationsReview;
import dev.andon.kernel.event.OperationsReviewHeld;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldingAnOperationsReviewTest {

    private static final OperationsReviewId REVIEW = OperationsReviewId.of(1);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    private final RuleFixture rule = RuleFixture.of(new HoldingAnOperationsReview());

    @Test
    void aReviewIsRecordedWithItsDecisions() {
        rule.given().when(hold(TODAY)).records(held(REVIEW));
    }

    @Test
    void severalTeamsHoldTheirsOnTheSameDay() {
        rule.given(held(OperationsReviewId.of(2))).when(hold(TODAY)).records(held(REVIEW));
    }

    @Test
    void itIsTomorrowInAucklandAlready() {
        var late = Instant.parse("2026-03-02T20:00:00Z");

        assertThat(new HoldingAnOperationsReview().decide(
                hold(TODAY.plusDays(1)), false, new Circumstances(late, RuleFixture.ALICE))).hasSize(1);
    }

    @Test
    void nobodyHasHeldTheReviewOfADayThatIsStillToCome() {
        rule.given().when(hold(TODAY.plusDays(1))).isInvalidAt("/date");
    }

    @Test
    void anIdThatSomebodyElseGotFirstIsTaken() {
        rule.given(held(REVIEW)).when(hold(TODAY)).needsAnotherIdThan(REVIEW);
    }

    private static HoldOperationsReview hold(LocalDate date) {
        return new HoldOperationsReview(REVIEW, date, List.of("Freeze"), List.of("alice"));
    }

    private static OperationsReviewHeld held(OperationsReviewId operationsReviewId) {
        return new OperationsReviewHeld(operationsReviewId, TODAY, List.of("Freeze"), List.of("alice"), NOW);
    }
}
