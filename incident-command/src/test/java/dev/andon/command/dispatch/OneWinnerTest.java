package dev.andon.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.command.Race;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.eventstore.EventData;
import dev.andon.eventstore.RecordedEvent;
import dev.andon.eventstore.Tag;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Phase;
import dev.andon.kernel.PostmortemSection;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.ReadinessAnswer;
import dev.andon.kernel.ReadinessCheckId;
import dev.andon.kernel.Role;
import dev.andon.kernel.RunbookId;
import dev.andon.kernel.command.AnswerReadinessItem;
import dev.andon.kernel.command.AssignRole;
import dev.andon.kernel.command.CloseIncident;
import dev.andon.kernel.command.Command;
import dev.andon.kernel.command.FixProblem;
import dev.andon.kernel.command.LinkIncidentToProblem;
import dev.andon.kernel.command.MarkFalseAlarm;
import dev.andon.kernel.command.MergeIncident;
import dev.andon.kernel.command.OpenProblem;
import dev.andon.kernel.command.OpenReadinessCheck;
import dev.andon.kernel.command.PinEntry;
import dev.andon.kernel.command.PressPanicButton;
import dev.andon.kernel.command.PublishPostmortem;
import dev.andon.kernel.command.PublishRunbook;
import dev.andon.kernel.command.ReleaseRole;
import dev.andon.kernel.command.ResolveIncident;
import dev.andon.kernel.command.ReviseRunbook;
import dev.andon.kernel.command.SignOffReadinessCheck;
import dev.andon.kernel.command.UnpinEntry;
import dev.andon.kernel.command.VerifyFix;
import dev.andon.kernel.command.WaivePostmortem;
import dev.andon.kernel.command.WritePostmortemSection;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands of which only one can win, each sent by eight callers at the same instant. */
class OneWinnerTest {

    private static final int RUNNERS = 8;
    private static final Instant LATER = Instant.parse("2036-03-02T12:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private CommandProcess process;

    /**
     * One race.
     *
     * @param commands what happens before; the last one is what everybody sends
     */
    private record Contest(Refusal losersAreTold, List<Command> commands) {

        static Contest of(Refusal losersAreTold, Command... commands) {
            return new Contest(losersAreTold, List.of(commands));
        }

        @Override
        public String toString() {
            return commands.getLast().getClass().getSimpleName();
        }
    }

    static List<Contest> contests() {
        IncidentId incident = IncidentId.of(1);
        IncidentId other = IncidentId.of(2);
        ProblemId problem = ProblemId.of(1);
        Command declared = Declarations.of(incident);
        Command resolved = new ResolveIncident(incident, "over", null, null);
        Command opened = new OpenProblem(problem, "title", List.of(), null, List.of());
        Command fixed = new FixProblem(problem, "description", null, null);
        var check = ReadinessCheckId.of(1);
        Command listed = new OpenReadinessCheck(
                check, "title", LATER, LATER.plusSeconds(60), List.of("s"), List.of("item"));
        return List.of(
                Contest.of(
                        Refusal.ROLE_NOT_HELD,
                        declared, new AssignRole(incident, Role.SCRIBE, "bob", null),
                        new ReleaseRole(incident, Role.SCRIBE, "bob", null)),
                Contest.of(Refusal.ENTRY_ALREADY_PINNED, declared, new PinEntry(incident, 1, Phase.REPAIR)),
                Contest.of(
                        Refusal.ENTRY_NOT_PINNED,
                        declared, new PinEntry(incident, 1, Phase.REPAIR), new UnpinEntry(incident, 1)),
                Contest.of(
                        Refusal.RUNBOOK_UNCHANGED,
                        new PublishRunbook(RunbookId.of(1), "name", "s", List.of("one")),
                        new ReviseRunbook(RunbookId.of(1), List.of("two"))),
                Contest.of(
                        Refusal.INCIDENT_ALREADY_CLOSED, declared, resolved, new CloseIncident(incident, null, null)),
                Contest.of(
                        Refusal.INCIDENT_ALREADY_FALSE_ALARM,
                        declared, new MarkFalseAlarm(incident, "reason", null, null)),
                Contest.of(
                        Refusal.INCIDENT_MERGED,
                        declared, Declarations.of(other), new MergeIncident(incident, other, null)),
                Contest.of(
                        Refusal.INCIDENT_ALREADY_LINKED,
                        declared, opened, fixed, new LinkIncidentToProblem(problem, incident)),
                Contest.of(Refusal.PROBLEM_ALREADY_FIXED, opened, fixed),
                Contest.of(Refusal.FIX_ALREADY_VERIFIED, opened, fixed, new VerifyFix(problem, "evidence")),
                Contest.of(
                        Refusal.SECTION_CHANGED,
                        declared, new WritePostmortemSection(incident, PostmortemSection.SUMMARY, "text", 0)),
                Contest.of(Refusal.POSTMORTEM_PUBLISHED, declared, resolved, new PublishPostmortem(incident)),
                Contest.of(Refusal.POSTMORTEM_ALREADY_WAIVED, declared, new WaivePostmortem(incident, "reason")),
                Contest.of(
                        Refusal.READINESS_CHECK_SIGNED_OFF,
                        listed, new AnswerReadinessItem(check, 1, ReadinessAnswer.YES, null),
                        new SignOffReadinessCheck(check, null)));
    }

    @BeforeEach
    void start() {
        process = new CommandProcess(SqliteEventLog.open(directory));
    }

    @AfterEach
    void stop() {
        process.close();
    }

    @ParameterizedTest
    @MethodSource("contests")
    void oneWinsAndTheOthersAreToldWhatIsSoByNow(Contest contest) {
        contest.commands().subList(0, contest.commands().size() - 1).forEach(this::send);

        List<Optional<Refusal>> outcomes = Race.of(RUNNERS, () -> refusalOf(contest.commands().getLast()));

        assertThat(outcomes).as("two winners would each have decided on what the other changed")
                .containsOnlyOnce(Optional.empty())
                .filteredOn(Optional::isPresent)
                .hasSize(RUNNERS - 1)
                .containsOnly(Optional.of(contest.losersAreTold()));
    }

    @Test
    void ofTwoIncidentsThatAreMergedIntoEachOtherOneGoesOn() {
        var one = IncidentId.of(1);
        var other = IncidentId.of(2);
        send(Declarations.of(one));
        send(Declarations.of(other));
        var turn = new AtomicInteger();

        List<Optional<Refusal>> outcomes = Race.of(RUNNERS, () -> refusalOf(turn.getAndIncrement() % 2 == 0
                ? new MergeIncident(one, other, null)
                : new MergeIncident(other, one, null)));

        assertThat(outcomes).as("two winners would send whoever comes late in a circle")
                .containsOnlyOnce(Optional.empty());
    }

    @Test
    void nobodyAnswersAfterTheSignature() {
        var check = ReadinessCheckId.of(1);
        send(new OpenReadinessCheck(check, "title", LATER, LATER.plusSeconds(60), List.of("s"), List.of("item")));
        send(new AnswerReadinessItem(check, 1, ReadinessAnswer.YES, null));
        var turn = new AtomicInteger();

        Race.of(RUNNERS, () -> refusalOf(turn.getAndIncrement() % 2 == 0
                ? new SignOffReadinessCheck(check, null)
                : new AnswerReadinessItem(check, 1, ReadinessAnswer.NO, "it broke")));

        List<String> types = Objects.requireNonNull(process.store().read(0)
                .flatMapIterable(commit -> commit.recordedEvents().map(event -> event.data().type()).toList())
                .collectList()
                .block());
        assertThat(types).as("an answer after the signature would not be what was signed")
                .endsWith("ReadinessCheckSignedOff");
    }

    @Test
    void ofAllWhoPressThePanicButtonAtTheSameInstantOneOpensAnIncident() {
        var next = new AtomicInteger();

        List<Recorded> recorded = Race.of(RUNNERS, () -> process.dispatch(
                identifiers -> new PressPanicButton(
                        identifiers.next(IncidentId.class), identifiers.next(FindingId.class), "s",
                        "I cannot pay " + next.getAndIncrement()),
                null));

        assertThat(recorded).extracting(one -> ((IncidentEvent) one.events().getFirst()).incidentId())
                .as("two incidents would get two half-hearted responses")
                .hasSize(RUNNERS)
                .containsOnly(((IncidentEvent) recorded.getFirst().events().getFirst()).incidentId());
        assertThat(recorded).filteredOn(one -> one.events().getFirst() instanceof IncidentDeclared).hasSize(1);
    }

    @RepeatedTest(5)
    void whoPressesThePanicButtonWhileTheIncidentEndsIsNotAddedBehindItsEnd() {
        var incident = IncidentId.of(1);
        send(Declarations.of(incident));
        var turn = new AtomicInteger();

        Race.of(RUNNERS, () -> turn.getAndIncrement() % 2 == 0
                ? refusalOf(new ResolveIncident(incident, "over", null, null))
                : process.dispatch(
                        identifiers -> new PressPanicButton(
                                identifiers.next(IncidentId.class), identifiers.next(FindingId.class), "s", "Help"),
                        null));

        List<String> about = Objects.requireNonNull(process.store()
                .read(0)
                .flatMapIterable(commit -> commit.recordedEvents().map(RecordedEvent::data).toList())
                .filter(event -> event.tags().contains(Tag.of("incident", incident.value())))
                .map(EventData::type)
                .collectList()
                .block());
        assertThat(about).as("nobody looks behind the end").endsWith("IncidentResolved");
    }

    private void send(Command command) {
        process.dispatch(_ -> command, null);
    }

    private Optional<Refusal> refusalOf(Command command) {
        try {
            send(command);
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.refusal());
        }
    }
}
