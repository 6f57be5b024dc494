package dev.andon.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.Health;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.LooseEnd;
import dev.andon.kernel.LooseEndKind;
import dev.andon.kernel.Phase;
import dev.andon.kernel.PostmortemSection;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.ProblemStatus;
import dev.andon.kernel.Role;
import dev.andon.kernel.RunbookId;
import dev.andon.kernel.event.CheckInRecorded;
import dev.andon.kernel.event.EntryPinned;
import dev.andon.kernel.event.EntryUnpinned;
import dev.andon.kernel.event.IncidentClosed;
import dev.andon.kernel.event.IncidentEvent;
import dev.andon.kernel.event.IncidentMarkedFalseAlarm;
import dev.andon.kernel.event.IncidentMerged;
import dev.andon.kernel.event.PanicButtonPressed;
import dev.andon.kernel.event.PostmortemPublished;
import dev.andon.kernel.event.PostmortemScheduled;
import dev.andon.kernel.event.PostmortemSectionWritten;
import dev.andon.kernel.event.PostmortemWaived;
import dev.andon.kernel.event.ProblemRecurred;
import dev.andon.kernel.event.RoleReleased;
import dev.andon.kernel.event.RunbookStepExecuted;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SentencesTest {

    private static final IncidentId INCIDENT = new IncidentId("INC-1");
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final Sentences SENTENCES = new Sentences(Names.in(Timeline.of(List.of())));

    @Test
    void aRoleIsTakenAndGivenUp() {
        assertSaid(new RoleReleased(INCIDENT, Role.SCRIBE, "bob", TEN), "bob gives up the role of scribe");
    }

    @Test
    void aCallForHelpSaysWhoCalledAndWhatTheyWereTold() {
        assertSaid(
                new PanicButtonPressed(INCIDENT, "checkout", "carol", null, "It is recorded.", TEN),
                "carol pressed the panic button for checkout, and was told: “It is recorded.”");
    }

    @Test
    void aKeyMomentSaysOfWhat() {
        assertSaid(new EntryPinned(INCIDENT, 7, Phase.DIAGNOSIS, TEN), "Entry 7 pinned as a key moment of diagnosis");
        assertSaid(new EntryUnpinned(INCIDENT, 7, TEN), "Entry 7 is no key moment any more");
    }

    @Test
    void aStepOfARunbookSaysWhatWasDone() {
        assertSaid(
                new RunbookStepExecuted(
                        INCIDENT, RunbookId.of(1), 2, 3, "Failover", "Switch", "It took a minute", TEN),
                "“Failover” (RBK-1), step 3: Switch – It took a minute");
    }

    @Test
    void aCheckInSaysHowTheServiceIs() {
        assertSaid(
                new CheckInRecorded(
                        INCIDENT, "checkout", Health.AMBER, Map.of("errors", 3.0, "orders", 17.5), "slow", TEN),
                "Check-in on checkout: amber (errors 3, orders 17.5) – slow");
        assertSaid(
                new CheckInRecorded(INCIDENT, "checkout", Health.GREEN, Map.of(), null, TEN),
                "Check-in on checkout: green");
    }

    @Test
    void theEndOfAnIncidentSaysHowItEnded() {
        assertSaid(new IncidentClosed(INCIDENT, null, List.of(), TEN), "Closed");
        assertSaid(
                new IncidentClosed(
                        INCIDENT, "Nobody is left",
                        List.of(
                                new LooseEnd(LooseEndKind.ACTION_ITEM_UNDECIDED, "ACT-9"),
                                new LooseEnd(LooseEndKind.POSTMORTEM_MISSING, null)),
                        TEN),
                "Closed: Nobody is left – left open: action item undecided (ACT-9) and postmortem missing");
        assertSaid(
                new IncidentMarkedFalseAlarm(INCIDENT, "A probe was down", "A night", TEN),
                "False alarm: A probe was down – it cost: A night");
        assertSaid(new IncidentMerged(INCIDENT, IncidentId.of(2), null, TEN), "INC-1 is merged into INC-2");
        assertSaid(
                new IncidentMerged(INCIDENT, IncidentId.of(3), IncidentId.of(2), TEN),
                "INC-1 is merged into INC-3, as INC-2 is");
    }

    @Test
    void aRecurrenceIsSaidLoudly() {
        assertSaid(
                new ProblemRecurred(ProblemId.of(3), INCIDENT, ProblemStatus.VERIFIED, TEN, TEN),
                "Problem PRB-3 has recurred, though it was fixed on 2 March 2026, 10:00 and the fix was verified");
        assertSaid(
                new ProblemRecurred(ProblemId.of(3), INCIDENT, ProblemStatus.FIXED, TEN, TEN),
                "Problem PRB-3 has recurred, though it was fixed on 2 March 2026, 10:00");
    }

    @Test
    void whatBecomesOfThePostmortemIsPartOfTheTimeline() {
        assertSaid(
                new PostmortemScheduled(INCIDENT, TEN, "alice", List.of("bob", "carol"), TEN),
                "Postmortem to be reviewed on 2 March 2026, 10:00 by bob and carol; alice answers for it");
        assertSaid(
                new PostmortemSectionWritten(INCIDENT, PostmortemSection.WENT_WELL, 2, "alice", "text", TEN),
                "alice wrote the section on went well of the postmortem (version 2)");
        assertSaid(new PostmortemPublished(INCIDENT, 1, TEN), "Postmortem published");
        assertSaid(new PostmortemPublished(INCIDENT, 2, TEN), "Postmortem published, edition 2");
        assertSaid(new PostmortemWaived(INCIDENT, "Minor", TEN), "There will be no postmortem: Minor");
    }

    private static void assertSaid(IncidentEvent event, String sentence) {
        assertThat(SENTENCES.of(event)).isEqualTo(sentence);
    }
}
