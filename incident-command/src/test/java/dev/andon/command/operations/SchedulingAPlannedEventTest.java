package dev.andon.command.operations;

import static dev.andon.command.RuleFixture.NOW;
import static dev.andon.command.operations.GivenReadinessCheck.CHECK;
import static dev.andon.command.operations.GivenReadinessCheck.FRIDAY;
import static dev.andon.command.operations.GivenReadinessCheck.MONDAY;
import static dev.andon.command.operations.GivenReadinessCheck.opened;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Refusal;
import dev.andon.kernel.PlannedEventId;
import dev.andon.kernel.ReadinessCheckId;
import dev.andon.kernel.command.SchedulePlannedEvent;
import dev.andon.kernel.event.PlannedEventScheduled;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SchedulingAPlannedEventTest {

    private static final PlannedEventId EVENT = PlannedEventId.of(1);

    private final RuleFixture rule = RuleFixture.of(new SchedulingAPlannedEvent());

    @Test
    void aPlannedEventIsScheduledWithItsReadinessCheck() {
        rule.given(opened()).when(schedule(MONDAY, CHECK)).records(scheduled(CHECK));
    }

    @Test
    void aPlannedEventIsScheduledBeforeAnybodyThoughtOfACheck() {
        rule.given().when(schedule(MONDAY, null)).records(scheduled(null));
    }

    @Test
    void aReadinessCheckThatWasNeverOpenedIsRefused() {
        rule.given()
                .when(schedule(MONDAY, CHECK))
                .isRefused(Refusal.READINESS_CHECK_NOT_OPENED, Map.of("readinessCheckId", CHECK));
    }

    @Test
    void anEventEndsAfterItBegins() {
        rule.given().when(schedule(FRIDAY, null)).isInvalidAt("/to");
    }

    @Test
    void anIdThatSomebodyElseGotFirstIsTaken() {
        rule.given(scheduled(null)).when(schedule(MONDAY, null)).needsAnotherIdThan(EVENT);
    }

    private static SchedulePlannedEvent schedule(Instant to, @Nullable ReadinessCheckId readinessCheckId) {
        return new SchedulePlannedEvent(
                EVENT, "Cup final", FRIDAY, to, "Twice a Saturday", List.of("checkout"), List.of("carol"),
                readinessCheckId);
    }

    private static PlannedEventScheduled scheduled(@Nullable ReadinessCheckId readinessCheckId) {
        return new PlannedEventScheduled(
                EVENT, "Cup final", FRIDAY, MONDAY, "Twice a Saturday", List.of("checkout"), List.of("carol"),
                readinessCheckId, NOW);
    }
}
