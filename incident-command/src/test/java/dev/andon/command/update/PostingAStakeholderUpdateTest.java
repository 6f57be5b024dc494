package dev.andon.command.update;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.declared;
import static dev.andon.command.Given.resolved;
import static dev.andon.command.RuleFixture.NOW;

import dev.andon.command.RuleFixture;
import dev.andon.kernel.command.PostStakeholderUpdate;
import dev.andon.kernel.event.StakeholderUpdatePosted;
import org.junit.jupiter.api.Test;

class PostingAStakeholderUpdateTest {

    private final RuleFixture rule = RuleFixture.of(new PostingAStakeholderUpdate());

    @Test
    void anUpdateIsRecordedWithTheTimeOfTheNextOne() {
        rule.given(declared())
                .when(new PostStakeholderUpdate(
                        INCIDENT, "customers", "We are on it", "twitter", NOW.plusSeconds(600), EARLIER))
                .records(new StakeholderUpdatePosted(
                        INCIDENT, "customers", "We are on it", "twitter", NOW.plusSeconds(600), EARLIER));
    }

    @Test
    void stakeholdersAreToldAlsoAfterTheResolution() {
        rule.given(declared(), resolved())
                .when(new PostStakeholderUpdate(INCIDENT, "customers", "All is well", null, null, null))
                .records(new StakeholderUpdatePosted(INCIDENT, "customers", "All is well", null, null, NOW));
    }
}
