package dev.andon.command;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.OTHER_INCIDENT;
import static dev.andon.command.RuleFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.NotFound;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.ActionItemKind;
import dev.andon.kernel.AnswerId;
import dev.andon.kernel.ApiKeyId;
import dev.andon.kernel.ChangeId;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.Health;
import dev.andon.kernel.MitigationEffect;
import dev.andon.kernel.NoteKind;
import dev.andon.kernel.Phase;
import dev.andon.kernel.PostmortemSection;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.ReadinessAnswer;
import dev.andon.kernel.ReadinessCheckId;
import dev.andon.kernel.Role;
import dev.andon.kernel.RollbackId;
import dev.andon.kernel.RollbackOutcome;
import dev.andon.kernel.RootCauseCategory;
import dev.andon.kernel.RunbookId;
import dev.andon.kernel.Severity;
import dev.andon.kernel.Verdict;
import dev.andon.kernel.command.AddFinding;
import dev.andon.kernel.command.AddRetrospectiveNote;
import dev.andon.kernel.command.AnswerReadinessItem;
import dev.andon.kernel.command.AnswerWhy;
import dev.andon.kernel.command.ApplyMitigation;
import dev.andon.kernel.command.AssessHypothesis;
import dev.andon.kernel.command.AssignActionItem;
import dev.andon.kernel.command.AssignFiveWhysOwner;
import dev.andon.kernel.command.AssignRole;
import dev.andon.kernel.command.CancelActionItem;
import dev.andon.kernel.command.ChangeSeverity;
import dev.andon.kernel.command.CloseIncident;
import dev.andon.kernel.command.Command;
import dev.andon.kernel.command.CompleteActionItem;
import dev.andon.kernel.command.CompleteFiveWhys;
import dev.andon.kernel.command.CompleteRollback;
import dev.andon.kernel.command.CorrectEntry;
import dev.andon.kernel.command.CreateApiKey;
import dev.andon.kernel.command.DeclareIncident;
import dev.andon.kernel.command.DocumentWorkaround;
import dev.andon.kernel.command.ExecuteRunbookStep;
import dev.andon.kernel.command.FixProblem;
import dev.andon.kernel.command.HoldOperationsReview;
import dev.andon.kernel.command.IdentifyRootCause;
import dev.andon.kernel.command.LinkIncidentToProblem;
import dev.andon.kernel.command.MarkFalseAlarm;
import dev.andon.kernel.command.MergeIncident;
import dev.andon.kernel.command.MitigateIncident;
import dev.andon.kernel.command.OpenProblem;
import dev.andon.kernel.command.OpenReadinessCheck;
import dev.andon.kernel.command.PinEntry;
import dev.andon.kernel.command.PostStakeholderUpdate;
import dev.andon.kernel.command.ProposeActionItem;
import dev.andon.kernel.command.PublishPostmortem;
import dev.andon.kernel.command.PublishRunbook;
import dev.andon.kernel.command.ReapplyChange;
import dev.andon.kernel.command.RecordCheckIn;
import dev.andon.kernel.command.RecordImpact;
import dev.andon.kernel.command.RegisterChange;
import dev.andon.kernel.command.RegisterService;
import dev.andon.kernel.command.ReleaseRole;
import dev.andon.kernel.command.ReopenIncident;
import dev.andon.kernel.command.ResolveIncident;
import dev.andon.kernel.command.RetractEntry;
import dev.andon.kernel.command.ReviseRunbook;
import dev.andon.kernel.command.RevokeApiKey;
import dev.andon.kernel.command.SchedulePlannedEvent;
import dev.andon.kernel.command.SchedulePostmortem;
import dev.andon.kernel.command.SignOffReadinessCheck;
import dev.andon.kernel.command.StartRollback;
import dev.andon.kernel.command.UnpinEntry;
import dev.andon.kernel.command.VerifyFix;
import dev.andon.kernel.command.VoteOnActionItem;
import dev.andon.kernel.command.WaivePostmortem;
import dev.andon.kernel.command.WritePostmortemSection;
import dev.andon.kernel.event.ActionItemProposed;
import dev.andon.kernel.event.ActionItemVoteCast;
import dev.andon.kernel.event.CheckInRecorded;
import dev.andon.kernel.event.EntryCorrected;
import dev.andon.kernel.event.EntryPinned;
import dev.andon.kernel.event.EntryRetracted;
import dev.andon.kernel.event.EntryUnpinned;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.HypothesisAssessed;
import dev.andon.kernel.event.ImpactRecorded;
import dev.andon.kernel.event.MitigationApplied;
import dev.andon.kernel.event.PostmortemSectionWritten;
import dev.andon.kernel.event.RetrospectiveNoteAdded;
import dev.andon.kernel.event.RunbookStepExecuted;
import dev.andon.kernel.event.StakeholderUpdatePosted;
import dev.andon.kernel.event.WhyAnswered;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AllRulesTest {

    private static final FindingId FINDING = new FindingId("F-7K3Q");
    private static final FindingId HYPOTHESIS = new FindingId("F-2222");
    private static final RollbackId ROLLBACK = new RollbackId("RB-2M9D");
    private static final AnswerId ANSWER = new AnswerId("W-4H1T");
    private static final ActionItemId ACTION_ITEM = ActionItemId.of(9);
    private static final ChangeId CHANGE = ChangeId.of(7);
    private static final ProblemId PROBLEM = ProblemId.of(3);

    /** Of these there may be thousands in one incident. */
    private static final Set<Class<? extends Event>> GROWING_WITH_THE_INCIDENT = Set.of(
            FindingAdded.class,
            HypothesisAssessed.class,
            EntryCorrected.class,
            EntryRetracted.class,
            ImpactRecorded.class,
            MitigationApplied.class,
            StakeholderUpdatePosted.class,
            WhyAnswered.class,
            ActionItemProposed.class,
            ActionItemVoteCast.class,
            RetrospectiveNoteAdded.class,
            EntryPinned.class,
            EntryUnpinned.class,
            RunbookStepExecuted.class,
            CheckInRecorded.class,
            PostmortemSectionWritten.class);

    /** What happens once in an incident's life may ask for all the work that came out of it. */
    private static final Set<Class<? extends Command>> ONCE = Set.of(CloseIncident.class);

    /** One of each command that needs something to be there first. */
    static List<Command> commandsAboutSomething() {
        return List.of(
                new ChangeSeverity(INCIDENT, Severity.SEV1, null, null),
                new AssignRole(INCIDENT, Role.SCRIBE, "alice", null),
                new ReleaseRole(INCIDENT, Role.SCRIBE, "alice", null),
                new AddFinding(
                        INCIDENT, FINDING, FindingKind.EVIDENCE, "text", null, HYPOTHESIS, true, List.of(), null, null,
                        null),
                new AssessHypothesis(INCIDENT, HYPOTHESIS, Verdict.CONFIRMED, "reason", null),
                new CorrectEntry(INCIDENT, 1, "reason", "text", null),
                new RetractEntry(INCIDENT, 1, "reason"),
                new PinEntry(INCIDENT, 1, Phase.REPAIR),
                new UnpinEntry(INCIDENT, 1),
                new RecordImpact(INCIDENT, List.of("checkout"), EARLIER, NOW, null, null),
                new StartRollback(INCIDENT, ROLLBACK, CHANGE, null, "reason", null),
                new CompleteRollback(INCIDENT, ROLLBACK, RollbackOutcome.EFFECTIVE, null, null),
                new ReapplyChange(INCIDENT, ROLLBACK, "reason", null),
                new ApplyMitigation(INCIDENT, "description", MitigationEffect.PARTIAL, null, null),
                new ReviseRunbook(RunbookId.of(1), List.of("step")),
                new ExecuteRunbookStep(INCIDENT, RunbookId.of(1), 1, 1, null, null),
                new RecordCheckIn(INCIDENT, "checkout", Health.RED, Map.of(), null, null),
                new PostStakeholderUpdate(INCIDENT, "customers", "message", null, null, null),
                new MitigateIncident(INCIDENT, null, null),
                new ResolveIncident(INCIDENT, "summary", null, null),
                new ReopenIncident(INCIDENT, "reason", null),
                new CloseIncident(INCIDENT, "reason", null),
                new MarkFalseAlarm(INCIDENT, "reason", null, null),
                new MergeIncident(INCIDENT, OTHER_INCIDENT, null),
                new AssignFiveWhysOwner(INCIDENT, "alice", null),
                new AnswerWhy(INCIDENT, ANSWER, "question", "answer", new AnswerId("W-2222"), List.of(FINDING)),
                new IdentifyRootCause(INCIDENT, "statement", RootCauseCategory.CODE, ANSWER),
                new CompleteFiveWhys(INCIDENT, null),
                new ProposeActionItem(INCIDENT, ACTION_ITEM, "title", ActionItemKind.DETECT, null, null),
                new VoteOnActionItem(ACTION_ITEM, 5, null),
                new AssignActionItem(ACTION_ITEM, "alice", null),
                new CompleteActionItem(ACTION_ITEM, null),
                new CancelActionItem(ACTION_ITEM, "reason"),
                new AddRetrospectiveNote(INCIDENT, NoteKind.WENT_WELL, "text", null),
                new LinkIncidentToProblem(PROBLEM, INCIDENT),
                new DocumentWorkaround(PROBLEM, "workaround"),
                new FixProblem(PROBLEM, "description", null, null),
                new VerifyFix(PROBLEM, "evidence"),
                new SchedulePostmortem(INCIDENT, NOW, null, List.of()),
                new WritePostmortemSection(INCIDENT, PostmortemSection.SUMMARY, "text", null),
                new PublishPostmortem(INCIDENT),
                new WaivePostmortem(INCIDENT, "reason"),
                new AnswerReadinessItem(ReadinessCheckId.of(1), 1, ReadinessAnswer.YES, null),
                new SignOffReadinessCheck(ReadinessCheckId.of(1), null),
                new RevokeApiKey(new ApiKeyId("KEY-5T8N"), null));
    }

    @Test
    void everyCommandHasOneRuleInTheOrderOfTheLanguage() {
        assertThat(AllRules.list())
                .extracting(rule -> (Object) rule.command())
                .containsExactly((Object[]) Command.class.getPermittedSubclasses());
    }

    @Test
    void everyCommandButThoseThatOpenSomethingIsTriedHere() {
        var opening = Set.of(
                DeclareIncident.class, RegisterChange.class, OpenProblem.class, RegisterService.class,
                PublishRunbook.class, HoldOperationsReview.class, OpenReadinessCheck.class,
                SchedulePlannedEvent.class,
                CreateApiKey.class);

        assertThat(commandsAboutSomething())
                .extracting(command -> (Object) command.getClass())
                .containsExactly(Stream.of(Command.class.getPermittedSubclasses())
                        .filter(type -> !opening.contains(type))
                        .toArray());
    }

    @ParameterizedTest
    @MethodSource("commandsAboutSomething")
    void aCommandAboutSomethingThatWasNeverRecordedFindsNothing(Command command) {
        assertThatThrownBy(() -> decideOnEmptyLog(ruleFor(command), command)).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @MethodSource("commandsAboutSomething")
    void noRuleReadsAllOfWhatGrowsWithTheIncident(Command command) {
        var wide = knowledge(ruleFor(command), command).boundary().stream()
                .filter(clause -> clause.tags().equals(Set.of(INCIDENT.tag())))
                .flatMap(clause -> clause.types().stream());

        if (!ONCE.contains(command.getClass())) {
            assertThat(wide).doesNotContainAnyElementsOf(GROWING_WITH_THE_INCIDENT);
        }
    }

    private static Rule<?, ?> ruleFor(Command command) {
        return AllRules.list().stream()
                .filter(rule -> rule.command() == command.getClass())
                .findFirst()
                .orElseThrow();
    }

    private static <C extends Command, S> DecisionModel<S> knowledge(Rule<C, S> rule, Command command) {
        return rule.knowledgeFor(rule.command().cast(command));
    }

    private static <C extends Command, S> void decideOnEmptyLog(Rule<C, S> rule, Command command) {
        rule.decide(
                rule.command().cast(command),
                knowledge(rule, command).after(List.of()),
                new Circumstances(NOW, RuleFixture.ALICE));
    }
}
