package dev.andon.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.command.Race;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.eventstore.RecordedEvent;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.ActionItemKind;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.ProblemStatus;
import dev.andon.kernel.RollbackId;
import dev.andon.kernel.RolledBackChange;
import dev.andon.kernel.command.AddFinding;
import dev.andon.kernel.command.AssignActionItem;
import dev.andon.kernel.command.CloseIncident;
import dev.andon.kernel.command.Command;
import dev.andon.kernel.command.CompleteActionItem;
import dev.andon.kernel.command.FixProblem;
import dev.andon.kernel.command.LinkIncidentToProblem;
import dev.andon.kernel.command.MarkFalseAlarm;
import dev.andon.kernel.command.MergeIncident;
import dev.andon.kernel.command.OpenProblem;
import dev.andon.kernel.command.ProposeActionItem;
import dev.andon.kernel.command.ReopenIncident;
import dev.andon.kernel.command.ResolveIncident;
import dev.andon.kernel.command.StartRollback;
import dev.andon.kernel.command.VerifyFix;
import dev.andon.kernel.command.VoteOnActionItem;
import dev.andon.kernel.event.ActionItemAssigned;
import dev.andon.kernel.event.ActionItemCompleted;
import dev.andon.kernel.event.ActionItemVoteCast;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.IncidentClosed;
import dev.andon.kernel.event.IncidentMerged;
import dev.andon.kernel.event.ProblemFixVerified;
import dev.andon.kernel.event.ProblemRecurred;
import dev.andon.kernel.event.RollbackStarted;
import dev.andon.kernel.json.EventCodec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two commands that rest on different parts of the truth, each sent by four callers at the same instant. Whoever comes
 * first, the log must read as if the other had known of it.
 */
class OpposingCommandsTest {

    private static final int RUNNERS = 8;
    private static final int ROUNDS = 3;
    private static final IncidentId INCIDENT = IncidentId.of(1);
    private static final IncidentId OTHER = IncidentId.of(2);
    private static final IncidentId THIRD = IncidentId.of(3);
    private static final ProblemId PROBLEM = ProblemId.of(1);
    private static final ActionItemId ACTION_ITEM = ActionItemId.of(1);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private CommandProcess process;

    @BeforeEach
    void start() {
        process = new CommandProcess(SqliteEventLog.open(directory));
        send(Declarations.of(INCIDENT));
    }

    @AfterEach
    void stop() {
        process.close();
    }

    @RepeatedTest(ROUNDS)
    void noRollbackIsLeftBehindInAClosedIncident() {
        send(new ResolveIncident(INCIDENT, "over", null, null));

        race(_ -> new CloseIncident(INCIDENT, null, null), OpposingCommandsTest::rollback);

        assertThat(recorded(IncidentClosed.class).isEmpty())
                .as("a rollback that nobody closes with would be under way for ever")
                .isEqualTo(!recorded(RollbackStarted.class).isEmpty());
    }

    @RepeatedTest(ROUNDS)
    void aLateFindingIsToldWhereThingsGoOn() {
        send(Declarations.of(OTHER));

        List<Optional<Refusal>> findings = race(
                _ -> new MergeIncident(INCIDENT, OTHER, null), OpposingCommandsTest::finding);

        List<Event> log = log();
        int merger = log.indexOf(recorded(IncidentMerged.class).getFirst());
        assertThat(log.subList(merger, log.size())).as("nobody looks for it in a merged incident any more")
                .noneMatch(FindingAdded.class::isInstance);
        assertThat(findings).filteredOn(Optional::isEmpty).hasSameSizeAs(recorded(FindingAdded.class));
        assertThat(findings).filteredOn(Optional::isPresent)
                .allMatch(Optional.of(Refusal.INCIDENT_MERGED)::equals);
    }

    @RepeatedTest(ROUNDS)
    void whatIsMergedIntoAnIncidentThatIsMergedItselfComesAlong() {
        send(Declarations.of(OTHER));
        send(Declarations.of(THIRD));

        race(_ -> new MergeIncident(INCIDENT, OTHER, null), _ -> new MergeIncident(OTHER, THIRD, null));

        assertThat(recorded(IncidentMerged.class))
                .filteredOn(merged -> merged.incidentId().equals(INCIDENT))
                .as("whoever is sent on must arrive where things go on")
                .allSatisfy(_ -> assertThat(recorded(IncidentMerged.class).stream()
                        .filter(merged -> merged.incidentId().equals(INCIDENT))
                        .toList().getLast().into()).isEqualTo(THIRD));
        assertThat(recorded(IncidentMerged.class)).filteredOn(merged -> merged.incidentId().equals(OTHER)).hasSize(1);
    }

    @RepeatedTest(ROUNDS)
    void aFixIsNotVerifiedAfterAnIncidentHasRefutedIt() {
        send(new OpenProblem(PROBLEM, "title", List.of(), null, List.of()));
        send(new FixProblem(PROBLEM, "description", null, null));

        race(_ -> new LinkIncidentToProblem(PROBLEM, INCIDENT), _ -> new VerifyFix(PROBLEM, "evidence"));

        assertThatNobodyVerifiedWhatWasRefuted();
    }

    @RepeatedTest(ROUNDS)
    void anIncidentIsNotReopenedBesideAFixThatHolds() {
        send(new OpenProblem(PROBLEM, "title", List.of(), null, List.of()));
        send(new FixProblem(PROBLEM, "description", null, null));
        send(new MarkFalseAlarm(INCIDENT, "reason", null, null));

        race(_ -> new ReopenIncident(INCIDENT, "reason", null), _ -> new LinkIncidentToProblem(PROBLEM, INCIDENT));

        assertThat(recorded(ProblemRecurred.class)).as("each would have left it to the other, or both would say it")
                .hasSize(1);
    }

    @RepeatedTest(ROUNDS)
    void aFixIsNotVerifiedAfterWhatSeemedToBeOverHasRefutedIt() {
        send(new OpenProblem(PROBLEM, "title", List.of(), null, List.of(INCIDENT)));
        send(new ResolveIncident(INCIDENT, "over", null, null));
        send(new FixProblem(PROBLEM, "description", null, null));

        race(_ -> new ReopenIncident(INCIDENT, "reason", null), _ -> new VerifyFix(PROBLEM, "evidence"));

        assertThatNobodyVerifiedWhatWasRefuted();
    }

    @RepeatedTest(ROUNDS)
    void votesAndAssignmentsDoNotStandInEachOthersWay() {
        propose();

        race(_ -> new VoteOnActionItem(ACTION_ITEM, 4, null), _ -> new AssignActionItem(ACTION_ITEM, "bob", null));

        assertThat(recorded(ActionItemVoteCast.class)).hasSize(RUNNERS / 2);
        assertThat(recorded(ActionItemAssigned.class)).hasSize(RUNNERS / 2);
    }

    @RepeatedTest(ROUNDS)
    void nothingIsDoneInSpiteOfAVeto() {
        propose();

        race(_ -> new VoteOnActionItem(ACTION_ITEM, 0, null), _ -> new CompleteActionItem(ACTION_ITEM, null));

        assertThat(recorded(ActionItemCompleted.class).isEmpty())
                .as("a veto that came in time would have been passed over")
                .isEqualTo(!recorded(ActionItemVoteCast.class).isEmpty());
    }

    @RepeatedTest(ROUNDS)
    void anIncidentIsNotClosedOnWorkThatSomebodyHasVetoed() {
        propose();
        send(new AssignActionItem(ACTION_ITEM, "bob", null));
        send(new ResolveIncident(INCIDENT, "over", null, null));

        race(_ -> new CloseIncident(INCIDENT, null, null), _ -> new VoteOnActionItem(ACTION_ITEM, 0, null));

        List<Event> log = log();
        int veto = log.indexOf(recorded(ActionItemVoteCast.class).getFirst());
        assertThat(log.subList(veto, log.size())).as("closed says that all work is decided")
                .noneMatch(IncidentClosed.class::isInstance);
    }

    private static Command rollback(int number) {
        return new StartRollback(
                INCIDENT, new RollbackId("RB-%04d".formatted(number)), null,
                new RolledBackChange("s", "v" + number, "d", null), "reason", null);
    }

    private static Command finding(int number) {
        return new AddFinding(
                INCIDENT, new FindingId("F-%04d".formatted(number)), FindingKind.OBSERVATION, "late", null, null, null,
                List.of(), null, null, null);
    }

    private void assertThatNobodyVerifiedWhatWasRefuted() {
        ProblemRecurred recurred = recorded(ProblemRecurred.class).getFirst();
        List<Event> log = log();
        assertThat(log.subList(log.indexOf(recurred), log.size())).as("readers would trust a fix that failed")
                .noneMatch(ProblemFixVerified.class::isInstance);
        assertThat(recurred.was())
                .isEqualTo(recorded(ProblemFixVerified.class).isEmpty()
                        ? ProblemStatus.FIXED
                        : ProblemStatus.VERIFIED);
    }

    private void propose() {
        send(new ProposeActionItem(INCIDENT, ACTION_ITEM, "title", ActionItemKind.PREVENT, null, null));
    }

    /** What those were told who sent the second command. */
    private List<Optional<Refusal>> race(IntFunction<Command> first, IntFunction<Command> second) {
        var turn = new AtomicInteger();
        var told = new ArrayList<Optional<Refusal>>();
        Race.of(RUNNERS, () -> {
            int number = turn.getAndIncrement();
            if (number % 2 == 0) {
                return refusalOf(first.apply(number));
            }
            Optional<Refusal> answer = refusalOf(second.apply(number));
            synchronized (told) {
                told.add(answer);
            }
            return answer;
        });
        return told;
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

    private <E extends Event> List<E> recorded(Class<E> type) {
        return log().stream().filter(type::isInstance).map(type::cast).toList();
    }

    private List<Event> log() {
        var codec = new EventCodec();
        return Objects.requireNonNull(process.store().read(0)
                .flatMapIterable(commit -> commit.recordedEvents().map(RecordedEvent::data).toList())
                .map(data -> codec.read(data.type(), data.version(), data.payload()))
                .collectList()
                .block());
    }
}
