package dev.andon.command.entry;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.declared;
import static dev.andon.command.RuleFixture.NOW;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Refusal;
import dev.andon.kernel.Phase;
import dev.andon.kernel.command.UnpinEntry;
import dev.andon.kernel.event.EntryPinned;
import dev.andon.kernel.event.EntryRetracted;
import dev.andon.kernel.event.EntryUnpinned;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnpinningAnEntryTest {

    private final RuleFixture rule = RuleFixture.of(new UnpinningAnEntry());

    @Test
    void aPinnedEntryIsNoKeyMomentAfterAll() {
        rule.given(declared(), new EntryPinned(INCIDENT, 1, Phase.REPAIR, EARLIER))
                .when(new UnpinEntry(INCIDENT, 1))
                .records(new EntryUnpinned(INCIDENT, 1, NOW));
    }

    @Test
    void whatWasStruckOutCanStillBeUnpinned() {
        rule.given(
                declared(), new EntryPinned(INCIDENT, 1, Phase.REPAIR, EARLIER),
                new EntryRetracted(INCIDENT, 1, "wrong incident", EARLIER))
                .when(new UnpinEntry(INCIDENT, 1))
                .records(new EntryUnpinned(INCIDENT, 1, NOW));
    }

    @Test
    void anEntryThatIsNotPinnedCannotBeUnpinned() {
        rule.given(declared(), new EntryPinned(INCIDENT, 11, Phase.REPAIR, EARLIER))
                .when(new UnpinEntry(INCIDENT, 1))
                .isRefused(Refusal.ENTRY_NOT_PINNED, Map.of("incidentId", INCIDENT, "entryId", 1L));
    }

    @Test
    void anEntryIsUnpinnedOnce() {
        rule.given(
                declared(), new EntryPinned(INCIDENT, 1, Phase.REPAIR, EARLIER),
                new EntryUnpinned(INCIDENT, 1, EARLIER))
                .when(new UnpinEntry(INCIDENT, 1))
                .isRefused(Refusal.ENTRY_NOT_PINNED, Map.of("incidentId", INCIDENT, "entryId", 1L));
    }
}
