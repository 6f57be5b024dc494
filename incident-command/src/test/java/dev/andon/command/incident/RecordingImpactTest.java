package dev.andon.command.incident;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.declared;
import static dev.andon.command.RuleFixture.NOW;

import dev.andon.command.RuleFixture;
import dev.andon.kernel.command.RecordImpact;
import dev.andon.kernel.event.ImpactRecorded;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordingImpactTest {

    private final RuleFixture rule = RuleFixture.of(new RecordingImpact());

    @Test
    void anImpactIsRecordedAsItWasTold() {
        rule.given(declared())
                .when(new RecordImpact(INCIDENT, List.of("checkout"), EARLIER, NOW, 50, "Slow"))
                .records(new ImpactRecorded(INCIDENT, List.of("checkout"), EARLIER, NOW, 50, "Slow", EARLIER));
    }

    @Test
    void anImpactThatGoesOnIsTotalUnlessSaidOtherwise() {
        rule.given(declared())
                .when(impactUntil(null))
                .records(new ImpactRecorded(INCIDENT, List.of("checkout"), EARLIER, null, 100, null, EARLIER));
    }

    @Test
    void anImpactDoesNotEndBeforeItStarts() {
        rule.given(declared()).when(impactUntil(EARLIER.minusSeconds(1))).isInvalidAt("/to");
    }

    @Test
    void anImpactThatEndsAsItStartsIsNone() {
        rule.given(declared()).when(impactUntil(EARLIER)).isInvalidAt("/to");
    }

    private static RecordImpact impactUntil(@Nullable Instant to) {
        return new RecordImpact(INCIDENT, List.of("checkout"), EARLIER, to, null, null);
    }
}
