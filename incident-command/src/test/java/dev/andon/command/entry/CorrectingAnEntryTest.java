package dev.andon.command.entry;

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
import dev.andon.kernel.command.CorrectEntry;
import dev.andon.kernel.event.EntryCorrected;
import dev.andon.kernel.event.EntryRetracted;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CorrectingAnEntryTest {

    private final RuleFixture rule = RuleFixture.of(new CorrectingAnEntry());

    @Test
    void aCorrectionReplacesTheTextTheTimeOrBoth() {
        rule.given(declared(), new EntryCorrected(INCIDENT, 1, "typo", "text", null, EARLIER))
                .when(new CorrectEntry(INCIDENT, 1, "wrong hour", "new text", EARLIER))
                .records(new EntryCorrected(INCIDENT, 1, "wrong hour", "new text", EARLIER, NOW));
    }

    @Test
    void aCorrectionThatReplacesNothingIsInvalid() {
        rule.given(declared()).when(new CorrectEntry(INCIDENT, 1, "typo", null, null)).isInvalidAt("/text");
    }

    @Test
    void anEntryThatWasStruckOutIsNotCorrected() {
        rule.given(declared(), new EntryRetracted(INCIDENT, 1, "wrong incident", EARLIER))
                .when(new CorrectEntry(INCIDENT, 1, "typo", "text", null))
                .isRefused(Refusal.ENTRY_RETRACTED, Map.of("incidentId", INCIDENT, "entryId", 1L));
    }

    @Test
    void anotherEntryThatWasStruckOutDoesNotMatter() {
        rule.given(declared(), new EntryRetracted(INCIDENT, 11, "wrong incident", EARLIER))
                .when(new CorrectEntry(INCIDENT, 1, "typo", "text", null))
                .records(new EntryCorrected(INCIDENT, 1, "typo", "text", null, NOW));
    }

    @Test
    void theRecordOfAClosedIncidentCanStillBePutRight() {
        rule.given(declared(), resolved(), closed())
                .when(new CorrectEntry(INCIDENT, 1, "typo", "text", null))
                .records(new EntryCorrected(INCIDENT, 1, "typo", "text", null, NOW));
    }

    @Test
    void whatStandsOnTheTimelineOfAMergedIncidentIsPutRightThere() {
        rule.given(declared(), merged(INCIDENT, OTHER_INCIDENT))
                .when(new CorrectEntry(INCIDENT, 1, "typo", "text", null))
                .records(new EntryCorrected(INCIDENT, 1, "typo", "text", null, NOW));
    }
}
