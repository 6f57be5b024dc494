package dev.andon.command.problem;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.OTHER_INCIDENT;
import static dev.andon.command.Given.declared;
import static dev.andon.command.Given.drill;
import static dev.andon.command.Given.falseAlarm;
import static dev.andon.command.Given.merged;
import static dev.andon.command.Given.reopened;
import static dev.andon.command.Given.resolved;
import static dev.andon.command.problem.GivenProblem.PROBLEM;
import static dev.andon.command.problem.GivenProblem.fixed;
import static dev.andon.command.problem.GivenProblem.opened;
import static dev.andon.command.problem.GivenProblem.verified;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.ProblemStatus;
import dev.andon.kernel.event.EntryRetracted;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.IncidentLinkedToProblem;
import dev.andon.kernel.event.ProblemRecurred;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemLifeTest {

    /** A problem that was fixed and verified, and refuted by the incident whose link is entry 6. */
    private static final List<Event> RECURRED = List.of(
            opened(), fixed(), verified(), declared(), declared(OTHER_INCIDENT), linked(INCIDENT),
            new ProblemRecurred(PROBLEM, INCIDENT, ProblemStatus.VERIFIED, EARLIER, EARLIER));
    private static final long REFUTING_LINK = 6;

    @Test
    void itHasRecurredUntilTheLinkThatSaidSoIsStruckOut() {
        assertThat(statusAfter()).isEqualTo(ProblemStatus.RECURRED);
        assertThat(statusAfter(struckOut(REFUTING_LINK))).isEqualTo(ProblemStatus.VERIFIED);
    }

    @Test
    void anotherFailureThatWasLinkedToItSinceKeepsItRecurred() {
        assertThat(statusAfter(linked(OTHER_INCIDENT), struckOut(REFUTING_LINK))).isEqualTo(ProblemStatus.RECURRED);
    }

    @Test
    void aDrillThatWasLinkedToItSinceDoesNotKeepItRecurred() {
        assertThat(statusAfter(drill(IncidentId.of(44)), linked(IncidentId.of(44)), struckOut(REFUTING_LINK)))
                .isEqualTo(ProblemStatus.VERIFIED);
    }

    @Test
    void anAlarmThatTurnedOutToBeFalseRefutesNothingUntilItIsNoneAfterAll() {
        assertThat(statusAfter(falseAlarm())).isEqualTo(ProblemStatus.VERIFIED);
        assertThat(statusAfter(falseAlarm(), reopened())).isEqualTo(ProblemStatus.RECURRED);
    }

    @Test
    void whatWasMergedFailedAllTheSame() {
        assertThat(statusAfter(merged(INCIDENT, OTHER_INCIDENT))).isEqualTo(ProblemStatus.RECURRED);
    }

    @Test
    void whatGoesOnSinceTheFixRefutesItUntilItTurnsOutToBeNothing() {
        Event[] back = {fixed(), resolved(), reopened(),
            new ProblemRecurred(PROBLEM, INCIDENT, ProblemStatus.FIXED, EARLIER, EARLIER)};

        assertThat(statusAfter(back)).isEqualTo(ProblemStatus.RECURRED);
        assertThat(statusAfter(Stream.concat(Stream.of(back), Stream.of(falseAlarm())).toArray(Event[]::new)))
                .isEqualTo(ProblemStatus.FIXED);
    }

    private static ProblemStatus statusAfter(Event... events) {
        return ProblemLife.of(PROBLEM)
                .after(Stream.concat(RECURRED.stream(), Stream.of(events)).toList())
                .requireOpened();
    }

    private static IncidentLinkedToProblem linked(IncidentId incidentId) {
        return new IncidentLinkedToProblem(PROBLEM, incidentId, EARLIER);
    }

    private static EntryRetracted struckOut(long entryId) {
        return new EntryRetracted(INCIDENT, entryId, "Another cause", EARLIER);
    }
}
