package dev.andon.command.postmortem;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.closed;
import static dev.andon.command.Given.declared;
import static dev.andon.command.Given.falseAlarm;
import static dev.andon.command.Given.reopened;
import static dev.andon.command.Given.resolved;
import static dev.andon.command.RuleFixture.NOW;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Refusal;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.command.PublishPostmortem;
import dev.andon.kernel.event.PostmortemPublished;
import dev.andon.kernel.event.PostmortemWaived;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublishingAPostmortemTest {

    private static final PublishPostmortem COMMAND = new PublishPostmortem(INCIDENT);

    private final RuleFixture rule = RuleFixture.of(new PublishingAPostmortem());

    @Test
    void thePostmortemOfAnIncidentThatIsOverIsPublished() {
        rule.given(declared(), resolved()).when(COMMAND).records(new PostmortemPublished(INCIDENT, 1, NOW));
        rule.given(declared(), resolved(), closed()).when(COMMAND).records(new PostmortemPublished(INCIDENT, 1, NOW));
    }

    @Test
    void aWaivedPostmortemIsPublishedAfterAll() {
        rule.given(declared(), resolved(), new PostmortemWaived(INCIDENT, "minor", EARLIER))
                .when(COMMAND)
                .records(new PostmortemPublished(INCIDENT, 1, NOW));
    }

    @Test
    void aReopenedIncidentHasASecondEdition() {
        rule.given(declared(), resolved(), new PostmortemPublished(INCIDENT, 1, EARLIER), reopened(), resolved())
                .when(COMMAND)
                .records(new PostmortemPublished(INCIDENT, 2, NOW));
    }

    @Test
    void nothingIsPublishedOfWhatGoesOn() {
        rule.given(declared())
                .when(COMMAND)
                .isRefused(
                        Refusal.INCIDENT_NOT_OVER, Map.of("incidentId", INCIDENT, "status", IncidentStatus.OPEN));
    }

    @Test
    void ofAFalseAlarmThereIsNothingToPublish() {
        rule.given(declared(), falseAlarm())
                .when(COMMAND)
                .isRefused(
                        Refusal.INCIDENT_ENDED, Map.of("incidentId", INCIDENT, "status", IncidentStatus.FALSE_ALARM));
    }

    @Test
    void aPostmortemIsPublishedOnce() {
        rule.given(declared(), resolved(), new PostmortemPublished(INCIDENT, 1, EARLIER))
                .when(COMMAND)
                .isRefused(
                        Refusal.POSTMORTEM_PUBLISHED,
                        Map.of("incidentId", INCIDENT, "postmortem", PostmortemState.Stage.PUBLISHED, "edition", 1));
    }
}
