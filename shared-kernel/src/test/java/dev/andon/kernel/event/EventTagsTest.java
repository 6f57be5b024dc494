package dev.andon.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.ChangeId;
import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.Health;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.PostmortemSection;
import dev.andon.kernel.RollbackId;
import dev.andon.kernel.RolledBackChange;
import dev.andon.kernel.Severity;
import dev.andon.kernel.Tag;
import dev.andon.kernel.json.GoldenEvents;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventTagsTest {

    @Test
    void everyEventOfAnIncidentIsFoundByIt() {
        assertThat(GoldenEvents.full().stream().filter(IncidentEvent.class::isInstance).map(IncidentEvent.class::cast))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.tags())
                        .containsAll(event.incidents().stream().map(IncidentId::tag).toList()));
    }

    @Test
    void anIncidentIsFoundByEachServiceThatItIsDeclaredOn() {
        var declared = new IncidentDeclared(
                IncidentId.of(42), "title", Severity.SEV2, List.of("cart", "checkout"),
                new Detection(DetectionSource.ALERT, null), null, null, false, Instant.EPOCH);

        assertThat(declared.tags()).containsExactlyInAnyOrder(
                IncidentId.of(42).tag(), Tag.service("cart"), Tag.service("checkout"));
    }

    @Test
    void everyEventOfAProblemIsFoundByIt() {
        assertThat(GoldenEvents.full().stream().filter(ProblemEvent.class::isInstance).map(ProblemEvent.class::cast))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.tags()).contains(event.problemId().tag()));
    }

    @Test
    void aCorrectionIsFoundByItsEntryWithoutThoseOfOtherEntries() {
        var incidentId = IncidentId.of(42);
        var corrected = new EntryCorrected(incidentId, 17, "typo", "text", null, Instant.EPOCH);
        var retracted = new EntryRetracted(incidentId, 17, "wrong", Instant.EPOCH);

        assertThat(corrected.tags()).containsExactlyInAnyOrder(incidentId.tag(), new Tag("entry", "17"));
        assertThat(retracted.tags()).isEqualTo(corrected.tags());
    }

    @Test
    void aCheckInThatWasMadeDuringNoIncidentIsFoundByItsServiceAlone() {
        var checkIn = new CheckInRecorded(null, "checkout", Health.GREEN, Map.of(), null, Instant.EPOCH);

        assertThat(checkIn.incidents()).isEmpty();
        assertThat(checkIn.tags()).containsExactly(Tag.service("checkout"));
    }

    @Test
    void aMergerIsFoundByBothIncidentsSinceBothTimelinesTellOfIt() {
        var merged = new IncidentMerged(IncidentId.of(42), IncidentId.of(43), null, Instant.EPOCH);

        assertThat(merged.tags()).containsExactlyInAnyOrder(IncidentId.of(42).tag(), IncidentId.of(43).tag());
    }

    @Test
    void aSectionOfAPostmortemIsFoundWithoutTheOthers() {
        var written = new PostmortemSectionWritten(
                IncidentId.of(42), PostmortemSection.SUMMARY, 1, "alice", "text", Instant.EPOCH);

        assertThat(written.tags()).containsExactlyInAnyOrder(IncidentId.of(42).tag(), new Tag("section", "SUMMARY"));
    }

    @Test
    void aRollbackIsFoundByTheChangeItUndoesIfThatWasRegistered() {
        var change = new RolledBackChange("checkout", "1.2", "New cart", null);
        var rollbackId = new RollbackId("RB-2M9D");

        assertThat(
                new RollbackStarted(IncidentId.of(42), rollbackId, ChangeId.of(7), change, "r", Instant.EPOCH).tags())
                .containsExactlyInAnyOrder(IncidentId.of(42).tag(), rollbackId.tag(), ChangeId.of(7).tag());
        assertThat(new RollbackStarted(IncidentId.of(42), rollbackId, null, change, "r", Instant.EPOCH).tags())
                .containsExactlyInAnyOrder(IncidentId.of(42).tag(), rollbackId.tag());
    }
}
