package dev.andon.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.Health;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.OperationsReviewId;
import dev.andon.kernel.PostmortemSection;
import dev.andon.kernel.command.AddFinding;
import dev.andon.kernel.command.DeclareIncident;
import dev.andon.kernel.command.HoldOperationsReview;
import dev.andon.kernel.command.RecordCheckIn;
import dev.andon.kernel.command.RegisterChange;
import dev.andon.kernel.command.RetractEntry;
import dev.andon.kernel.command.WritePostmortemSection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CommandReaderTest {

    private static final String FINDING = "/incidents/INC-7/findings";

    @Test
    void aBodyBecomesTheCommandThatItSays() {
        assertThat(Drafts.read("/incidents", """
                {"title": "Checkout is down", "severity": "SEV1", "services": ["checkout"],
                 "detection": {"source": "ALERT", "detail": "5xx"}, "drill": true}
                """)).isInstanceOfSatisfying(DeclareIncident.class, declared -> {
            assertThat(declared.incidentId()).isEqualTo(IncidentId.of(1));
            assertThat(declared.services()).containsExactly("checkout");
            assertThat(declared.detection().detail()).isEqualTo("5xx");
            assertThat(declared.drill()).isTrue();
            assertThat(declared.occurredAt()).isNull();
        });
        assertThat(Drafts.read("/changes", """
                {"service": "intake", "version": "7", "description": "d", "deployedAt": "2026-03-01T00:00:00Z",
                 "rollbackPlan": {"steps": ["redeploy"], "estimatedDuration": "PT20M"}}
                """)).isInstanceOfSatisfying(RegisterChange.class, registered -> assertThat(
                Objects.requireNonNull(registered.rollbackPlan()).estimatedDuration())
                .isEqualTo(Duration.ofMinutes(20)));
        assertThat(Drafts.read("/incidents/INC-7/entries/12/retraction", "{\"reason\": \"wrong\"}"))
                .isEqualTo(new RetractEntry(IncidentId.of(7), 12, "wrong"));
    }

    @Test
    void anInstantMayBeALittleAheadAsClocksDiffer() {
        assertThat(Drafts.read(FINDING, """
                {"kind": "OBSERVATION", "text": "t", "occurredAt": "2026-03-02T09:04:00Z"}
                """)).isInstanceOf(AddFinding.class);
    }

    @Test
    void theOffsetOfAnInstantIsKept() {
        CommandDraft draft = Drafts.draft("/incidents", """
                {"title": "t", "severity": "SEV1", "services": ["s"], "detection": {"source": "ALERT"},
                 "occurredAt": "2026-03-01T10:00:00+02:00", "impactStartedAt": "2026-03-01T08:00:00Z"}
                """);

        assertThat(draft.offsets()).containsExactly(Map.entry("occurredAt", "+02:00"));
        assertThat(draft.with(Drafts.FIRST)).isInstanceOfSatisfying(DeclareIncident.class, declared -> assertThat(
                declared.occurredAt()).isEqualTo("2026-03-01T08:00:00Z"));
    }

    @Test
    void aMapIsReadByNameAndADateAndAPathAsTheyAreWritten() {
        assertThat(Drafts.read("/check-ins", """
                {"service": "checkout", "health": "AMBER", "metrics": {"errors": 3, "orders per minute": 17.5}}
                """)).isEqualTo(new RecordCheckIn(
                null, "checkout", Health.AMBER, Map.of("errors", 3.0, "orders per minute", 17.5), null, null));
        assertThat(Drafts.read("/operations-reviews", """
                {"date": "2026-01-31", "attendees": ["alice"]}
                """)).isEqualTo(new HoldOperationsReview(
                OperationsReviewId.of(1), LocalDate.parse("2026-01-31"), List.of(), List.of("alice")));
        assertThat(Drafts.read("/incidents/INC-7/postmortem/sections/went-well", "{\"markdown\": \"- us\"}"))
                .isEqualTo(new WritePostmortemSection(IncidentId.of(7), PostmortemSection.WENT_WELL, "- us", null));
    }
}
