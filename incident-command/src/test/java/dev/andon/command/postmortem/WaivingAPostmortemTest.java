package dev.andon.command.postmortem;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.declared;
import static dev.andon.command.Given.reopened;
import static dev.andon.command.Given.resolved;
import static dev.andon.command.RuleFixture.NOW;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Refusal;
import dev.andon.kernel.command.WaivePostmortem;
import dev.andon.kernel.event.PostmortemPublished;
import dev.andon.kernel.event.PostmortemWaived;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WaivingAPostmortemTest {

    private static final WaivePostmortem COMMAND = new WaivePostmortem(INCIDENT, "Nobody was hurt");

    private final RuleFixture rule = RuleFixture.of(new WaivingAPostmortem());

    @Test
    void aPostmortemIsWaivedForAReason() {
        rule.given(declared()).when(COMMAND).records(new PostmortemWaived(INCIDENT, "Nobody was hurt", NOW));
    }

    @Test
    void aReopenedIncidentIsThoughtAboutAgain() {
        rule.given(declared(), resolved(), new PostmortemWaived(INCIDENT, "minor", EARLIER), reopened())
                .when(COMMAND)
                .records(new PostmortemWaived(INCIDENT, "Nobody was hurt", NOW));
    }

    @Test
    void aPostmortemIsWaivedOnce() {
        rule.given(declared(), new PostmortemWaived(INCIDENT, "minor", EARLIER))
                .when(COMMAND)
                .isRefused(
                        Refusal.POSTMORTEM_ALREADY_WAIVED,
                        Map.of("incidentId", INCIDENT, "postmortem", PostmortemState.Stage.WAIVED, "edition", 0));
    }

    @Test
    void whatIsPublishedIsNotWaived() {
        rule.given(declared(), resolved(), new PostmortemPublished(INCIDENT, 1, EARLIER))
                .when(COMMAND)
                .isRefused(
                        Refusal.POSTMORTEM_PUBLISHED,
                        Map.of("incidentId", INCIDENT, "postmortem", PostmortemState.Stage.PUBLISHED, "edition", 1));
    }
}
