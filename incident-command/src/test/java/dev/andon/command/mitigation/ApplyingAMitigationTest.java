package dev.andon.command.mitigation;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.declared;
import static dev.andon.command.RuleFixture.NOW;

import dev.andon.command.RuleFixture;
import dev.andon.kernel.MitigationEffect;
import dev.andon.kernel.command.ApplyMitigation;
import dev.andon.kernel.event.MitigationApplied;
import org.junit.jupiter.api.Test;

class ApplyingAMitigationTest {

    private final RuleFixture rule = RuleFixture.of(new ApplyingAMitigation());

    @Test
    void aMitigationIsRecordedAsItWasTold() {
        rule.given(declared())
                .when(new ApplyMitigation(INCIDENT, "Restart", MitigationEffect.PARTIAL, "checkout", EARLIER))
                .records(new MitigationApplied(INCIDENT, "Restart", MitigationEffect.PARTIAL, "checkout", EARLIER));
    }

    @Test
    void aMitigationThatMadeItWorseIsRecordedToo() {
        rule.given(declared())
                .when(new ApplyMitigation(INCIDENT, "Restart", MitigationEffect.MADE_WORSE, null, null))
                .records(new MitigationApplied(INCIDENT, "Restart", MitigationEffect.MADE_WORSE, null, NOW));
    }
}
