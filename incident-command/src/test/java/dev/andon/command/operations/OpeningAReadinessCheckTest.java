package dev.andon.command.operations;

import static dev.andon.command.RuleFixture.NOW;
import static dev.andon.command.operations.GivenReadinessCheck.CHECK;
import static dev.andon.command.operations.GivenReadinessCheck.FRIDAY;
import static dev.andon.command.operations.GivenReadinessCheck.MONDAY;
import static dev.andon.command.operations.GivenReadinessCheck.opened;

import dev.andon.command.RuleFixture;
import dev.andon.kernel.command.OpenReadinessCheck;
import dev.andon.kernel.event.ReadinessCheckOpened;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningAReadinessCheckTest {

    private final RuleFixture rule = RuleFixture.of(new OpeningAReadinessCheck());

    @Test
    void aListOfWhatMustBeSoIsOpened() {
        rule.given()
                .when(open(FRIDAY, MONDAY))
                .records(new ReadinessCheckOpened(
                        CHECK, "Weekend", FRIDAY, MONDAY, List.of("checkout"), List.of("On call?", "Capacity?"), NOW));
    }

    @Test
    void aPeriodEndsAfterItBegins() {
        rule.given().when(open(MONDAY, FRIDAY)).isInvalidAt("/to");
        rule.given().when(open(MONDAY, MONDAY)).isInvalidAt("/to");
    }

    @Test
    void anIdThatSomebodyElseGotFirstIsTaken() {
        rule.given(opened()).when(open(FRIDAY, MONDAY)).needsAnotherIdThan(CHECK);
    }

    private static OpenReadinessCheck open(Instant from, Instant to) {
        return new OpenReadinessCheck(
                CHECK, "Weekend", from, to, List.of("checkout"), List.of("On call?", "Capacity?"));
    }
}
