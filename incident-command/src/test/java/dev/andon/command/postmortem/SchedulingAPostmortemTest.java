package dev.andon.command.postmortem;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.OTHER_INCIDENT;
import static dev.andon.command.Given.closed;
import static dev.andon.command.Given.declared;
import static dev.andon.command.Given.merged;
import static dev.andon.command.Given.resolved;
import static dev.andon.command.RuleFixture.NOW;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Refusal;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.command.SchedulePostmortem;
import dev.andon.kernel.event.PostmortemPublished;
import dev.andon.kernel.event.PostmortemScheduled;
import dev.andon.kernel.event.PostmortemWaived;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchedulingAPostmortemTest {

    private static final Instant TOMORROW = NOW.plusSeconds(86_400);
    private static final SchedulePostmortem COMMAND = new SchedulePostmortem(
            INCIDENT, TOMORROW, "alice", List.of("bob"));
    private static final PostmortemScheduled SCHEDULED = new PostmortemScheduled(
            INCIDENT, TOMORROW, "alice", List.of("bob"), NOW);

    private final RuleFixture rule = RuleFixture.of(new SchedulingAPostmortem());

    @Test
    void aPostmortemIsScheduledAsSoonAsSomebodyThinksOfIt() {
        rule.given(declared()).when(COMMAND).records(SCHEDULED);
    }

    @Test
    void aPostmortemIsScheduledAnewAlsoAfterAWaiverAndAfterTheIncidentIsClosed() {
        rule.given(
                declared(), new PostmortemScheduled(INCIDENT, NOW, null, List.of(), EARLIER),
                new PostmortemWaived(INCIDENT, "minor", EARLIER), resolved(), closed())
                .when(COMMAND)
                .records(SCHEDULED);
    }

    @Test
    void whatIsPublishedIsNotScheduled() {
        rule.given(declared(), resolved(), new PostmortemPublished(INCIDENT, 1, EARLIER))
                .when(COMMAND)
                .isRefused(
                        Refusal.POSTMORTEM_PUBLISHED,
                        Map.of("incidentId", INCIDENT, "postmortem", PostmortemState.Stage.PUBLISHED, "edition", 1));
    }

    @Test
    void whatWasMergedHasItsPostmortemElsewhere() {
        rule.given(declared(), merged(INCIDENT, OTHER_INCIDENT))
                .when(COMMAND)
                .isRefused(
                        Refusal.INCIDENT_MERGED,
                        Map.of("incidentId", INCIDENT, "status", IncidentStatus.MERGED, "mergedInto", OTHER_INCIDENT));
    }
}
