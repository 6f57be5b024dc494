package dev.andon.command.fivewhys;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.declared;
import static dev.andon.command.Given.reopened;
import static dev.andon.command.Given.resolved;
import static dev.andon.command.RuleFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Refusal;
import dev.andon.kernel.RootCauseCategory;
import dev.andon.kernel.command.CompleteFiveWhys;
import dev.andon.kernel.event.EntryRetracted;
import dev.andon.kernel.event.FiveWhysCompleted;
import dev.andon.kernel.event.FiveWhysOwnerAssigned;
import dev.andon.kernel.event.RootCauseIdentified;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompletingTheFiveWhysTest {

    private static final FiveWhysOwnerAssigned OWNED = new FiveWhysOwnerAssigned(INCIDENT, "alice", null, EARLIER);
    private static final RootCauseIdentified EXPLAINED = new RootCauseIdentified(INCIDENT, "No owner",
            RootCauseCategory.PROCESS, null, EARLIER);
    private static final FiveWhysCompleted COMPLETED = new FiveWhysCompleted(INCIDENT, null, EARLIER);

    private final RuleFixture rule = RuleFixture.of(new CompletingTheFiveWhys());

    @Test
    void fiveWhysWithAnOwnerAndARootCauseAreComplete() {
        rule.given(declared(), OWNED, EXPLAINED)
                .when(new CompleteFiveWhys(INCIDENT, "Nobody rehearsed it"))
                .records(new FiveWhysCompleted(INCIDENT, "Nobody rehearsed it", NOW));
    }

    @Test
    void somebodyAnswersForCompleteFiveWhys() {
        rule.given(declared(), EXPLAINED)
                .when(new CompleteFiveWhys(INCIDENT, null))
                .isRefused(Refusal.FIVE_WHYS_WITHOUT_OWNER, Map.of("incidentId", INCIDENT, "fiveWhys", "UNDER_WAY"));
    }

    @Test
    void completeFiveWhysNameARootCause() {
        rule.given(declared(), OWNED)
                .when(new CompleteFiveWhys(INCIDENT, null))
                .isRefused(
                        Refusal.FIVE_WHYS_WITHOUT_ROOT_CAUSE,
                        Map.of("incidentId", INCIDENT, "fiveWhys", "UNDER_WAY"));
    }

    @Test
    void aRootCauseThatWasStruckOutExplainsNothing() {
        var completing = new CompletingTheFiveWhys();
        var command = new CompleteFiveWhys(INCIDENT, null);
        var struckOut = new EntryRetracted(INCIDENT, 3, "That was another incident", EARLIER);

        assertThat(completing.knowledgeFor(command).after(List.of(declared(), OWNED, EXPLAINED)).hasRootCause())
                .isTrue();
        assertThat(completing.knowledgeFor(command).after(List.of(declared(), OWNED, EXPLAINED, struckOut))
                .hasRootCause()).isFalse();
        assertThat(completing.knowledgeFor(command).after(List.of(
                declared(), OWNED, EXPLAINED, struckOut, new EntryRetracted(INCIDENT, 4, "It was this one", EARLIER)))
                .hasRootCause()).as("what takes it back was taken back").isTrue();
        assertThat(completing.knowledgeFor(command).after(List.of(declared(), OWNED, EXPLAINED, struckOut, EXPLAINED))
                .hasRootCause()).isTrue();
    }

    @Test
    void fiveWhysAreCompletedOnce() {
        rule.given(declared(), OWNED, EXPLAINED, COMPLETED)
                .when(new CompleteFiveWhys(INCIDENT, null))
                .isRefused(Refusal.FIVE_WHYS_COMPLETED, Map.of("incidentId", INCIDENT, "fiveWhys", "COMPLETED"));
    }

    @Test
    void theFiveWhysOfAReopenedIncidentAreCompletedAgain() {
        rule.given(declared(), OWNED, EXPLAINED, resolved(), COMPLETED, reopened())
                .when(new CompleteFiveWhys(INCIDENT, null))
                .records(new FiveWhysCompleted(INCIDENT, null, NOW));
    }
}
