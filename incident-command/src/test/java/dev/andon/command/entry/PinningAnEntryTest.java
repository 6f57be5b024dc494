package dev.andon.command.entry;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.closed;
import static dev.andon.command.Given.declared;
import static dev.andon.command.Given.resolved;
import static dev.andon.command.RuleFixture.NOW;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Refusal;
import dev.andon.kernel.Phase;
import dev.andon.kernel.command.PinEntry;
import dev.andon.kernel.event.EntryPinned;
import dev.andon.kernel.event.EntryRetracted;
import dev.andon.kernel.event.EntryUnpinned;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PinningAnEntryTest {

    private final RuleFixture rule = RuleFixture.of(new PinningAnEntry());

    @Test
    void anEntryIsAKeyMomentOfAPhase() {
        rule.given(declared(), new EntryPinned(INCIDENT, 11, Phase.REPAIR, EARLIER))
                .when(new PinEntry(INCIDENT, 1, Phase.REPAIR))
                .records(new EntryPinned(INCIDENT, 1, Phase.REPAIR, NOW));
    }

    @Test
    void anEntryIsPinnedToAnotherPhase() {
        rule.given(declared(), new EntryPinned(INCIDENT, 1, Phase.REPAIR, EARLIER))
                .when(new PinEntry(INCIDENT, 1, Phase.DIAGNOSIS))
                .records(new EntryPinned(INCIDENT, 1, Phase.DIAGNOSIS, NOW));
    }

    @Test
    void anEntryIsPinnedAgainAfterItWasUnpinned() {
        rule.given(
                declared(), new EntryPinned(INCIDENT, 1, Phase.REPAIR, EARLIER),
                new EntryUnpinned(INCIDENT, 1, EARLIER))
                .when(new PinEntry(INCIDENT, 1, Phase.REPAIR))
                .records(new EntryPinned(INCIDENT, 1, Phase.REPAIR, NOW));
    }

    @Test
    void anEntryIsPinnedToAPhaseOnce() {
        rule.given(declared(), new EntryPinned(INCIDENT, 1, Phase.REPAIR, EARLIER))
                .when(new PinEntry(INCIDENT, 1, Phase.REPAIR))
                .isRefused(
                        Refusal.ENTRY_ALREADY_PINNED,
                        Map.of("incidentId", INCIDENT, "entryId", 1L, "phase", Phase.REPAIR));
    }

    @Test
    void whatWasStruckOutIsNoKeyMoment() {
        rule.given(declared(), new EntryRetracted(INCIDENT, 1, "wrong incident", EARLIER))
                .when(new PinEntry(INCIDENT, 1, Phase.REPAIR))
                .isRefused(Refusal.ENTRY_RETRACTED, Map.of("incidentId", INCIDENT, "entryId", 1L));
    }

    @Test
    void theAuthorOfAPostmortemPinsLongAfterTheIncidentIsClosed() {
        rule.given(declared(), resolved(), closed())
                .when(new PinEntry(INCIDENT, 1, Phase.DETECTION))
                .records(new EntryPinned(INCIDENT, 1, Phase.DETECTION, NOW));
    }
}
