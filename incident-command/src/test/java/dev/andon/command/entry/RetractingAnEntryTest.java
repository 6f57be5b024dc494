package dev.andon.command.entry;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.declared;
import static dev.andon.command.RuleFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Refusal;
import dev.andon.kernel.command.RetractEntry;
import dev.andon.kernel.event.EntryCorrected;
import dev.andon.kernel.event.EntryRetracted;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetractingAnEntryTest {

    private final RuleFixture rule = RuleFixture.of(new RetractingAnEntry());

    @Test
    void anEntryIsStruckOutAlsoAfterACorrection() {
        rule.given(declared(), new EntryCorrected(INCIDENT, 1, "typo", "text", null, EARLIER))
                .when(new RetractEntry(INCIDENT, 1, "wrong incident"))
                .records(new EntryRetracted(INCIDENT, 1, "wrong incident", NOW));
    }

    @Test
    void anEntryIsStruckOutOnce() {
        rule.given(declared(), new EntryRetracted(INCIDENT, 1, "wrong incident", EARLIER))
                .when(new RetractEntry(INCIDENT, 1, "again"))
                .isRefused(Refusal.ENTRY_RETRACTED, Map.of("incidentId", INCIDENT, "entryId", 1L));
    }

    @Test
    void anEntryStandsAgainOnceItsRetractionIsStruckOut() {
        var retracted = new EntryRetracted(INCIDENT, 1, "wrong incident", EARLIER);
        var takenBack = new EntryRetracted(INCIDENT, 2, "it was the right one", EARLIER);
        var entry = KnownEntry.of(INCIDENT, 1);

        assertThat(entry.after(List.of(declared(), retracted)).retracted()).isTrue();
        assertThat(entry.after(List.of(declared(), retracted, takenBack)).retracted()).isFalse();
        assertThat(entry.after(List.of(declared(), retracted, takenBack, retracted)).retracted()).isTrue();
    }
}
