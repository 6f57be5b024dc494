package dev.andon.command.incident;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.OTHER_INCIDENT;
import static dev.andon.command.Given.closed;
import static dev.andon.command.Given.declared;
import static dev.andon.command.Given.falseAlarm;
import static dev.andon.command.Given.merged;
import static dev.andon.command.Given.mitigated;
import static dev.andon.command.Given.reopened;
import static dev.andon.command.Given.resolved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.andon.command.decision.NotFound;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.IncidentMerged;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IncidentLifeTest {

    @Test
    void anIncidentIsOpenThenMitigatedThenResolvedThenClosedThenOpenAgain() {
        assertThat(statusAfter()).isNull();
        assertThat(statusAfter(declared())).isEqualTo(IncidentStatus.OPEN);
        assertThat(statusAfter(declared(), mitigated())).isEqualTo(IncidentStatus.MITIGATED);
        assertThat(statusAfter(declared(), mitigated(), resolved())).isEqualTo(IncidentStatus.RESOLVED);
        assertThat(statusAfter(declared(), resolved(), closed())).isEqualTo(IncidentStatus.CLOSED);
        assertThat(statusAfter(declared(), resolved(), closed(), reopened())).isEqualTo(IncidentStatus.OPEN);
        assertThat(statusAfter(declared(), falseAlarm())).isEqualTo(IncidentStatus.FALSE_ALARM);
    }

    @Test
    void anIncidentThatTookInAnotherGoesOn() {
        assertThat(statusAfter(declared(), merged(OTHER_INCIDENT, INCIDENT))).isEqualTo(IncidentStatus.OPEN);
    }

    @Test
    void anIncidentThatHasEndedTakesNoMoreEntriesAndSaysHowItEnded() {
        assertThat(refusedAfter(declared(), resolved(), closed()).state())
                .isEqualTo(Map.of("incidentId", INCIDENT, "status", IncidentStatus.CLOSED));
        assertThat(refusedAfter(declared(), falseAlarm()).state())
                .isEqualTo(Map.of("incidentId", INCIDENT, "status", IncidentStatus.FALSE_ALARM));
    }

    @Test
    void anIncidentThatWasMergedSaysWhereItGoesOn() {
        Refused refused = refusedAfter(declared(), merged(INCIDENT, OTHER_INCIDENT));

        assertThat(refused.refusal()).isEqualTo(Refusal.INCIDENT_MERGED);
        assertThat(refused.state()).isEqualTo(Map.of(
                "incidentId", INCIDENT, "status", IncidentStatus.MERGED, "mergedInto", OTHER_INCIDENT));
        assertThat(refused).hasMessage("INC-42 was merged into INC-43");
    }

    @Test
    void theLatestMergerSaysWhereItGoesOn() {
        var further = new IncidentMerged(INCIDENT, IncidentId.of(44), OTHER_INCIDENT, EARLIER);

        assertThat(refusedAfter(declared(), merged(INCIDENT, OTHER_INCIDENT), further).state())
                .containsEntry("mergedInto", IncidentId.of(44));
    }

    @Test
    void anIncidentThatWasNeverDeclaredIsNotFound() {
        IncidentLife never = IncidentLife.of(INCIDENT).after(List.of());

        assertThat(never.isDeclared()).isFalse();
        assertThatThrownBy(() -> never.requireOpenTo(Act.RESPOND))
                .isInstanceOf(NotFound.class)
                .hasMessage("There is no incident INC-42");
    }

    private static @Nullable IncidentStatus statusAfter(Event... events) {
        return IncidentLife.of(INCIDENT).after(List.of(events)).status();
    }

    private static Refused refusedAfter(Event... events) {
        IncidentLife ended = IncidentLife.of(INCIDENT).after(List.of(events));
        return catchThrowableOfType(Refused.class, () -> ended.requireOpenTo(Act.RESPOND));
    }
}
