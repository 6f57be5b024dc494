package dev.andon.command.fivewhys;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.declared;
import static dev.andon.command.RuleFixture.NOW;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Refusal;
import dev.andon.kernel.AnswerId;
import dev.andon.kernel.RootCauseCategory;
import dev.andon.kernel.command.IdentifyRootCause;
import dev.andon.kernel.event.FiveWhysCompleted;
import dev.andon.kernel.event.RootCauseIdentified;
import dev.andon.kernel.event.WhyAnswered;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdentifyingARootCauseTest {

    private static final AnswerId ANSWER = new AnswerId("W-4H1T");

    private final RuleFixture rule = RuleFixture.of(new IdentifyingARootCause());

    @Test
    void aRootCauseIsNamedUnderAnAnswer() {
        rule.given(declared(), new WhyAnswered(INCIDENT, ANSWER, "Why?", "Because.", null, List.of(), EARLIER))
                .when(identify(ANSWER))
                .records(new RootCauseIdentified(INCIDENT, "No owner", RootCauseCategory.PROCESS, ANSWER, NOW));
    }

    @Test
    void aRootCauseIsNamedBeforeAnyWhyIsAnswered() {
        rule.given(declared())
                .when(identify(null))
                .records(new RootCauseIdentified(INCIDENT, "No owner", RootCauseCategory.PROCESS, null, NOW));
    }

    @Test
    void aRootCauseIsNotNamedUnderAnAnswerThatNobodyGave() {
        rule.given(declared())
                .when(identify(ANSWER))
                .isRefused(Refusal.ANSWER_NOT_IN_INCIDENT, Map.of("incidentId", INCIDENT, "under", ANSWER));
    }

    @Test
    void completeFiveWhysNameNoMoreRootCauses() {
        rule.given(declared(), new FiveWhysCompleted(INCIDENT, null, EARLIER))
                .when(identify(null))
                .isRefused(Refusal.FIVE_WHYS_COMPLETED, Map.of("incidentId", INCIDENT, "fiveWhys", "COMPLETED"));
    }

    private static IdentifyRootCause identify(@Nullable AnswerId under) {
        return new IdentifyRootCause(INCIDENT, "No owner", RootCauseCategory.PROCESS, under);
    }
}
