package dev.andon.command.entry;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.finding;
import static dev.andon.command.Given.resolved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.Phase;
import dev.andon.kernel.PostmortemSection;
import dev.andon.kernel.command.CorrectEntry;
import dev.andon.kernel.command.PinEntry;
import dev.andon.kernel.command.RetractEntry;
import dev.andon.kernel.command.UnpinEntry;
import dev.andon.kernel.event.PostmortemSectionWritten;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EntryKindTest {

    private static final RetractEntry RETRACTION = new RetractEntry(INCIDENT, 7, "wrong");
    private static final CorrectEntry CORRECTION = new CorrectEntry(INCIDENT, 7, "typo", "text", null);

    @Test
    void aStatementIsCorrectedAndStruckOut() {
        EntryKind statement = EntryKind.of(finding(FindingKind.OBSERVATION, new FindingId("F-7K3Q")));

        assertThatCode(() -> statement.requireAllows(RETRACTION)).doesNotThrowAnyException();
        assertThatCode(() -> statement.requireAllows(CORRECTION)).doesNotThrowAnyException();
    }

    @Test
    void aStepIsCorrectedButNotStruckOut() {
        EntryKind step = EntryKind.of(resolved());

        assertThatCode(() -> step.requireAllows(CORRECTION)).doesNotThrowAnyException();
        assertRefused(() -> step.requireAllows(RETRACTION), Refusal.ENTRY_NOT_RETRACTABLE, EntryKind.STEP);
    }

    @Test
    void aVersionIsReplacedByTheNextOneOnly() {
        EntryKind version = EntryKind.of(new PostmortemSectionWritten(
                INCIDENT, PostmortemSection.SUMMARY, 1, "alice", "text", EARLIER));

        assertRefused(() -> version.requireAllows(CORRECTION), Refusal.ENTRY_NOT_CORRECTABLE, EntryKind.VERSION);
        assertRefused(() -> version.requireAllows(RETRACTION), Refusal.ENTRY_NOT_RETRACTABLE, EntryKind.VERSION);
    }

    @ParameterizedTest
    @EnumSource(EntryKind.class)
    void everyEntryMayBeAKeyMoment(EntryKind kind) {
        assertThatCode(() -> kind.requireAllows(new PinEntry(INCIDENT, 7, Phase.REPAIR))).doesNotThrowAnyException();
        assertThatCode(() -> kind.requireAllows(new UnpinEntry(INCIDENT, 7))).doesNotThrowAnyException();
    }

    private static void assertRefused(ThrowingCallable attempt, Refusal refusal, EntryKind kind) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.refusal()).isEqualTo(refusal);
            assertThat(refused.state()).isEqualTo(Map.of("incidentId", INCIDENT, "entryId", 7L, "kind", kind));
        });
    }
}
