package dev.andon.command.panic;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.OTHER_INCIDENT;
import static dev.andon.command.Given.closed;
import static dev.andon.command.Given.declared;
import static dev.andon.command.Given.drill;
import static dev.andon.command.Given.falseAlarm;
import static dev.andon.command.Given.finding;
import static dev.andon.command.Given.merged;
import static dev.andon.command.Given.mitigated;
import static dev.andon.command.Given.reopened;
import static dev.andon.command.Given.resolved;
import static dev.andon.command.RuleFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Circumstances;
import dev.andon.command.incident.IncidentLife;
import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.Role;
import dev.andon.kernel.Severity;
import dev.andon.kernel.Visibility;
import dev.andon.kernel.command.PressPanicButton;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.IncidentClosed;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.PanicButtonPressed;
import dev.andon.kernel.event.RoleAssigned;
import dev.andon.kernel.event.RoleReleased;
import dev.andon.kernel.event.SeverityChanged;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PressingThePanicButtonTest {

    private static final IncidentId NEW = IncidentId.of(99);
    private static final FindingId SEEN = new FindingId("F-7K3Q");
    private static final String TEXT = "I cannot pay";
    private static final PressPanicButton COMMAND = new PressPanicButton(NEW, SEEN, "checkout", TEXT);

    private final RuleFixture rule = RuleFixture.of(new PressingThePanicButton());

    static List<List<Event>> incidentsThatAreNotTheirs() {
        return List.of(
                List.of(),
                List.of(on(INCIDENT, Severity.SEV1, "search")),
                List.of(declared(), resolved()),
                List.of(declared(), resolved(), closed()),
                List.of(declared(), falseAlarm()),
                List.of(drill(INCIDENT)),
                List.of(drill(INCIDENT), drill(OTHER_INCIDENT), merged(INCIDENT, OTHER_INCIDENT)));
    }

    @ParameterizedTest
    @MethodSource("incidentsThatAreNotTheirs")
    void whereNothingGoesOnAnIncidentIsOpened(List<Event> before) {
        rule.given(before.toArray(Event[]::new)).when(COMMAND).records(
                opened(TEXT, null),
                pressed(NEW, null,
                        """
                                What you wrote is recorded as INC-99. Nobody is in charge of it yet: if you can reach somebody who \
                                looks after checkout, tell them about INC-99. If you see more, write again in the same way: as \
                                long as INC-99 goes on, it is added there."""));
    }

    @Test
    void whereSomethingGoesOnItIsAddedThereAndTheySayWhoIsInCharge() {
        rule.given(declared(), new RoleAssigned(INCIDENT, Role.INCIDENT_COMMANDER, "bob", EARLIER))
                .when(COMMAND)
                .records(seenIn(INCIDENT), pressed(INCIDENT, SEEN,
                        """
                                This is known already, as INC-42. What you wrote is added to it. bob is in charge, and you need do \
                                nothing else. If you see more, write again in the same way: as long as INC-42 goes on, it is added \
                                there."""));
    }

    @Test
    void whereItIsGettingBetterTheyAreToldSo() {
        rule.given(
                declared(), new RoleAssigned(INCIDENT, Role.INCIDENT_COMMANDER, "bob", EARLIER),
                new RoleReleased(INCIDENT, Role.INCIDENT_COMMANDER, "bob", EARLIER), mitigated())
                .when(COMMAND)
                .records(seenIn(INCIDENT), pressed(INCIDENT, SEEN,
                        """
                                This is known already, as INC-42, and it should be getting better. What you wrote is added to it. \
                                Nobody is in charge of it yet: if you can reach somebody who looks after checkout, tell them about \
                                INC-42. If you see more, write again in the same way: as long as INC-42 goes on, it is added there."""));
    }

    @Test
    void ofSeveralItIsTheWorst() {
        assertThat(incidentAfter(
                on(IncidentId.of(1), Severity.SEV3, "checkout"),
                on(IncidentId.of(2), Severity.SEV2, "cart", "checkout"),
                on(IncidentId.of(3), Severity.SEV4, "checkout")))
                .isEqualTo(IncidentId.of(2));
    }

    @Test
    void howBadItIsFollowsFromTheLastWordOnIt() {
        assertThat(incidentAfter(
                on(IncidentId.of(1), Severity.SEV3, "checkout"), on(IncidentId.of(2), Severity.SEV2, "checkout"),
                new SeverityChanged(IncidentId.of(1), Severity.SEV3, Severity.SEV1, null, EARLIER)))
                .isEqualTo(IncidentId.of(1));
    }

    @Test
    void ofSeveralThatAreAsBadItIsTheNewest() {
        assertThat(incidentAfter(
                on(IncidentId.of(9), Severity.SEV2, "checkout"), on(IncidentId.of(10), Severity.SEV2, "checkout")))
                .isEqualTo(IncidentId.of(10));
    }

    @Test
    void aDrillIsNobodysEmergencyHoweverBad() {
        assertThat(incidentAfter(on(IncidentId.of(1), Severity.SEV4, "checkout"), drill(IncidentId.of(2))))
                .isEqualTo(IncidentId.of(1));
    }

    @Test
    void whatWasReopenedGoesOn() {
        assertThat(incidentAfter(declared(), resolved(), closed(), reopened())).isEqualTo(INCIDENT);
    }

    @Test
    void whatWasMergedGoesOnInTheOtherOneWhateverServiceThatIsOf() {
        rule.given(
                declared(), on(OTHER_INCIDENT, Severity.SEV3, "search"), merged(INCIDENT, OTHER_INCIDENT),
                new RoleAssigned(OTHER_INCIDENT, Role.INCIDENT_COMMANDER, "bob", EARLIER))
                .when(COMMAND)
                .records(seenIn(OTHER_INCIDENT), pressed(OTHER_INCIDENT, SEEN,
                        """
                                This is known already, as INC-43. What you wrote is added to it. bob is in charge, and you need do \
                                nothing else. If you see more, write again in the same way: as long as INC-43 goes on, it is added \
                                there."""));
    }

    @Test
    void aServiceWithALongHistoryFitsIntoTheBoundary() {
        Stream<Event> history = LongStream.rangeClosed(1, 300).mapToObj(IncidentId::of).flatMap(past -> Stream.of(
                on(past, Severity.SEV1, "checkout"), new IncidentClosed(past, null, List.of(), EARLIER)));
        IncidentId newest = IncidentId.of(301);

        rule.given(Stream.concat(history, Stream.of(on(newest, Severity.SEV3, "checkout"))).toArray(Event[]::new))
                .when(COMMAND)
                .records(seenIn(newest), pressed(newest, SEEN, PlainWords.added(
                        new KnownIncident(new IncidentLife(newest, IncidentStatus.OPEN, false, null),
                                Optional.of(Severity.SEV3), Optional.empty()),
                        "checkout")));
    }

    @Test
    void whatDoesNotFitIntoATitleIsKeptAsWhatWasSeen() {
        String lines = "Everything\nis broken ";
        String longest = "x".repeat(198) + "😀 and so on";

        assertThat(decided(press(lines)).getFirst()).isEqualTo(opened("Everything is broken", lines));
        assertThat(decided(press(longest)).getFirst()).isEqualTo(opened("x".repeat(198) + "…", longest));
        assertThat(decided(press("x".repeat(200))).getFirst()).isEqualTo(opened("x".repeat(200), null));
    }

    @Test
    void anotherIdentifierIsDrawnIfItIsTaken() {
        rule.given(on(NEW, Severity.SEV1, "search")).when(COMMAND).needsAnotherIdThan(NEW);
        rule.given(declared(), finding(OTHER_INCIDENT, FindingKind.OBSERVATION, SEEN)).when(COMMAND)
                .needsAnotherIdThan(SEEN);
    }

    private static IncidentId incidentAfter(Event... before) {
        return ((FindingAdded) decided(COMMAND, before).getFirst()).incidentId();
    }

    private static List<Event> decided(PressPanicButton command, Event... before) {
        var pressing = new PressingThePanicButton();
        return pressing.decide(
                command, pressing.knowledgeFor(command).after(List.of(before)),
                new Circumstances(NOW, RuleFixture.ALICE));
    }

    private static PressPanicButton press(String text) {
        return new PressPanicButton(NEW, SEEN, "checkout", text);
    }

    private static IncidentDeclared on(IncidentId incidentId, Severity severity, String... services) {
        return new IncidentDeclared(
                incidentId, "title", severity, List.of(services), new Detection(DetectionSource.ALERT, null), null,
                null, false, EARLIER);
    }

    private static IncidentDeclared opened(String title, @Nullable String detail) {
        return new IncidentDeclared(
                NEW, title, Severity.SEV2, List.of("checkout"), new Detection(DetectionSource.PANIC_BUTTON, detail),
                null, null, false, NOW);
    }

    private static FindingAdded seenIn(IncidentId incidentId) {
        return new FindingAdded(
                incidentId, SEEN, FindingKind.OBSERVATION, TEXT, null, null, List.of(), "checkout", null,
                Visibility.INTERNAL, NOW);
    }

    private static PanicButtonPressed pressed(IncidentId incidentId, @Nullable FindingId findingId, String message) {
        return new PanicButtonPressed(incidentId, "checkout", "alice", findingId, message, NOW);
    }
}
