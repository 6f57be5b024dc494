package dev.andon.command.incident;

import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.declared;
import static dev.andon.command.Given.mitigated;
import static dev.andon.command.Given.reopened;
import static dev.andon.command.Given.resolved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.command.decision.NotFound;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.event.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IncidentLifeTest {

    @Test
    void anIncidentIsOpenThenMitigatedThenResolvedThenOpenAgain() {
        assertThat(statusAfter()).isNull();
        assertThat(statusAfter(declared())).isEqualTo(IncidentStatus.OPEN);
        assertThat(statusAfter(declared(), mitigated())).isEqualTo(IncidentStatus.MITIGATED);
        assertThat(statusAfter(declared(), mitigated(), resolved())).isEqualTo(IncidentStatus.RESOLVED);
        assertThat(statusAfter(declared(), mitigated(), resolved(), reopened())).isEqualTo(IncidentStatus.OPEN);
    }

    @ParameterizedTest
    @EnumSource(value = IncidentStatus.class, names = {"OPEN", "MITIGATED", "RESOLVED"})
    void anIncidentTakesEntriesWhileThereIsSomethingToLearn(IncidentStatus status) {
        assertThatCode(() -> new IncidentLife(INCIDENT, status).requireTakesEntries()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(value = IncidentStatus.class, names = {"CLOSED", "FALSE_ALARM", "MERGED"})
    void anIncidentThatHasEndedTakesNoMoreEntriesAndSaysHowItEnded(IncidentStatus status) {
        assertThatThrownBy(() -> new IncidentLife(INCIDENT, status).requireTakesEntries())
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.refusal()).isEqualTo(Refusal.INCIDENT_ENDED);
                    assertThat(refused.state()).containsEntry("status", status);
                });
    }

    @Test
    void anIncidentThatWasNeverDeclaredIsNotFound() {
        var never = new IncidentLife(INCIDENT, null);

        assertThat(never.isDeclared()).isFalse();
        assertThatThrownBy(never::requireTakesEntries)
                .isInstanceOf(NotFound.class)
                .hasMessage("There is no incident INC-42");
    }

    private static @Nullable IncidentStatus statusAfter(Event... events) {
        return IncidentLife.of(INCIDENT).after(List.of(events)).status();
    }
}
