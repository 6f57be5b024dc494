package dev.andon.command.fivewhys;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.OTHER_INCIDENT;
import static dev.andon.command.Given.closed;
import static dev.andon.command.Given.declared;
import static dev.andon.command.Given.merged;
import static dev.andon.command.Given.reopened;
import static dev.andon.command.Given.resolved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.FiveWhysCompleted;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiveWhysLifeTest {

    private static final FiveWhysCompleted COMPLETED = new FiveWhysCompleted(INCIDENT, null, EARLIER);

    @Test
    void fiveWhysGoOnUntilTheyAreComplete() {
        assertThat(after(declared(), resolved()).completed()).isFalse();
        assertThat(after(declared(), resolved(), COMPLETED).completed()).isTrue();
    }

    @Test
    void aReopenedIncidentHasMoreToLearnFrom() {
        assertThat(after(declared(), resolved(), COMPLETED, reopened()).completed()).isFalse();
    }

    @Test
    void whatWasLeftOpenIsAskedAfterTheIncidentIsClosed() {
        assertThatCode(() -> after(declared(), resolved(), closed()).requireGoesOn()).doesNotThrowAnyException();
    }

    @Test
    void anIncidentThatWasMergedAsksItsWhysWhereItGoesOn() {
        FiveWhysLife merged = after(declared(), merged(INCIDENT, OTHER_INCIDENT));

        assertThatThrownBy(merged::requireGoesOn).isInstanceOfSatisfying(
                Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(Refusal.INCIDENT_MERGED));
    }

    private static FiveWhysLife after(Event... events) {
        return FiveWhysLife.of(INCIDENT).after(List.of(events));
    }
}
