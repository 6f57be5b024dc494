package dev.andon.kernel.json;

import dev.andon.kernel.AccessRole;
import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.ActionItemKind;
import dev.andon.kernel.AnswerId;
import dev.andon.kernel.ApiKeyId;
import dev.andon.kernel.AvailabilityPeriod;
import dev.andon.kernel.ChangeId;
import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.Health;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Link;
import dev.andon.kernel.LooseEnd;
import dev.andon.kernel.LooseEndKind;
import dev.andon.kernel.MitigationEffect;
import dev.andon.kernel.NoteKind;
import dev.andon.kernel.OperationsReviewId;
import dev.andon.kernel.Phase;
import dev.andon.kernel.PlannedEventId;
import dev.andon.kernel.PostmortemSection;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.ProblemStatus;
import dev.andon.kernel.ReadinessAnswer;
import dev.andon.kernel.ReadinessCheckId;
import dev.andon.kernel.Role;
import dev.andon.kernel.RollbackId;
import dev.andon.kernel.RollbackOutcome;
import dev.andon.kernel.RollbackPlan;
import dev.andon.kernel.RolledBackChange;
import dev.andon.kernel.RootCauseCategory;
import dev.andon.kernel.RunbookId;
import dev.andon.kernel.SecretDigest;
import dev.andon.kernel.Severity;
import dev.andon.kernel.Verdict;
import dev.andon.kernel.Visibility;
import dev.andon.kernel.event.ActionItemAssigned;
import dev.andon.kernel.event.ActionItemCancelled;
import dev.andon.kernel.event.ActionItemCompleted;
import dev.andon.kernel.event.ActionItemProposed;
import dev.andon.kernel.event.ActionItemVoteCast;
import dev.andon.kernel.event.ApiKeyCreated;
import dev.andon.kernel.event.ApiKeyRevoked;
import dev.andon.kernel.event.ChangeReapplied;
import dev.andon.kernel.event.ChangeRegistered;
import dev.andon.kernel.event.CheckInRecorded;
import dev.andon.kernel.event.EntryCorrected;
import dev.andon.kernel.event.EntryPinned;
import dev.andon.kernel.event.EntryRetracted;
import dev.andon.kernel.event.EntryUnpinned;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.FiveWhysCompleted;
import dev.andon.kernel.event.FiveWhysOwnerAssigned;
import dev.andon.kernel.event.HypothesisAssessed;
import dev.andon.kernel.event.ImpactRecorded;
import dev.andon.kernel.event.IncidentClosed;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentLinkedToProblem;
import dev.andon.kernel.event.IncidentMarkedFalseAlarm;
import dev.andon.kernel.event.IncidentMerged;
import dev.andon.kernel.event.IncidentMitigated;
import dev.andon.kernel.event.IncidentReopened;
import dev.andon.kernel.event.IncidentResolved;
import dev.andon.kernel.event.MitigationApplied;
import dev.andon.kernel.event.OperationsReviewHeld;
import dev.andon.kernel.event.PanicButtonPressed;
import dev.andon.kernel.event.PlannedEventScheduled;
import dev.andon.kernel.event.PostmortemPublished;
import dev.andon.kernel.event.PostmortemScheduled;
import dev.andon.kernel.event.PostmortemSectionWritten;
import dev.andon.kernel.event.PostmortemWaived;
import dev.andon.kernel.event.ProblemFixVerified;
import dev.andon.kernel.event.ProblemFixed;
import dev.andon.kernel.event.ProblemOpened;
import dev.andon.kernel.event.ProblemRecurred;
import dev.andon.kernel.event.ReadinessCheckOpened;
import dev.andon.kernel.event.ReadinessCheckSignedOff;
import dev.andon.kernel.event.ReadinessItemAnswered;
import dev.andon.kernel.event.RetrospectiveNoteAdded;
import dev.andon.kernel.event.RoleAssigned;
import dev.andon.kernel.event.RoleReleased;
import dev.andon.kernel.event.RollbackCompleted;
import dev.andon.kernel.event.RollbackStarted;
import dev.andon.kernel.event.RootCauseIdentified;
import dev.andon.kernel.event.RunbookPublished;
import dev.andon.kernel.event.RunbookStepExecuted;
import dev.andon.kernel.event.ServiceRegistered;
import dev.andon.kernel.event.SeverityChanged;
import dev.andon.kernel.event.StakeholderUpdatePosted;
import dev.andon.kernel.event.WhyAnswered;
import dev.andon.kernel.event.WorkaroundDocumented;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What each golden file says, as the record that reading it must give: every event with all it can say, and, where some of
 * that is optional, with as little as it must.
 */
public final class GoldenEvents {

    private static final IncidentId INCIDENT = new IncidentId("INC-42");
    private static final FindingId FINDING = new FindingId("F-7K3Q");
    private static final FindingId HYPOTHESIS = new FindingId("F-2M9D");
    private static final RollbackId ROLLBACK = new RollbackId("RB-2M9D");
    private static final AnswerId ANSWER = new AnswerId("W-4H1T");
    private static final ActionItemId ACTION_ITEM = new ActionItemId("ACT-9");
    private static final ChangeId CHANGE = new ChangeId("CHG-7");
    private static final ProblemId PROBLEM = new ProblemId("PRB-3");
    private static final ApiKeyId API_KEY = new ApiKeyId("KEY-5T8N");
    private static final RunbookId RUNBOOK = new RunbookId("RBK-1");
    private static final ReadinessCheckId READINESS_CHECK = new ReadinessCheckId("RDY-1");
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00.123456Z");
    private static final Instant DUE = Instant.parse("2026-03-09T17:00:00Z");

    private GoldenEvents() {}

    public static List<Event> full() {
        return List.of(
                new IncidentDeclared(
                        INCIDENT, "Checkout is slow", Severity.SEV2, List.of("checkout", "cart"),
                        new Detection(DetectionSource.CUSTOMER, "a call"), START, "Nobody can pay", true, NOW),
                new PanicButtonPressed(INCIDENT, "checkout", "alice", FINDING, "It is known already", NOW),
                new SeverityChanged(INCIDENT, Severity.SEV2, Severity.SEV1, "It spreads", NOW),
                new RoleAssigned(INCIDENT, Role.INCIDENT_COMMANDER, "alice", NOW),
                new RoleReleased(INCIDENT, Role.SCRIBE, "bob", NOW),
                new FindingAdded(
                        INCIDENT, FINDING, FindingKind.EVIDENCE, "The disk\nis full: \"100 %\"", HYPOTHESIS, false,
                        List.of(new Link("https://graphs.example/1?a=b&c=d", "The graph")), "checkout", DUE,
                        Visibility.PUBLIC, NOW),
                new HypothesisAssessed(INCIDENT, HYPOTHESIS, Verdict.RULED_OUT, "Same growth before and after", NOW),
                new EntryCorrected(INCIDENT, 17, "Wrong hour", "The disk is full", START, NOW),
                new EntryRetracted(INCIDENT, 17, "Wrong incident", NOW),
                new EntryPinned(INCIDENT, 17, Phase.DIAGNOSIS, NOW),
                new EntryUnpinned(INCIDENT, 17, NOW),
                new ImpactRecorded(INCIDENT, List.of("checkout"), START, NOW, 50, "Every second cart is lost", NOW),
                new RollbackStarted(
                        INCIDENT, ROLLBACK, CHANGE,
                        new RolledBackChange("checkout", "1.2", "New cart", Duration.ofMinutes(20)),
                        "Too close in time", NOW),
                new RollbackCompleted(INCIDENT, ROLLBACK, RollbackOutcome.NO_EFFECT, "It goes on", NOW),
                new ChangeReapplied(INCIDENT, ROLLBACK, "It is cleared", NOW),
                new MitigationApplied(INCIDENT, "Restart", MitigationEffect.PARTIAL, "checkout", NOW),
                new RunbookStepExecuted(
                        INCIDENT, RUNBOOK, 2, 1, "Failover of checkout", "Stop writes", "It took a minute", NOW),
                new CheckInRecorded(
                        INCIDENT, "checkout", Health.AMBER, Map.of("orders per minute", 17.5, "errors", 3.0),
                        "Slower than usual", NOW),
                new StakeholderUpdatePosted(INCIDENT, "customers", "We are on it", "twitter", DUE, NOW),
                new IncidentMitigated(INCIDENT, "Traffic is shed", NOW),
                new IncidentResolved(INCIDENT, "The disk is emptied", START, NOW),
                new IncidentReopened(INCIDENT, "It is back", NOW),
                new IncidentClosed(
                        INCIDENT, "The team is no more",
                        List.of(
                                new LooseEnd(LooseEndKind.ACTION_ITEM_UNDECIDED, "ACT-9"),
                                new LooseEnd(LooseEndKind.POSTMORTEM_MISSING, null)),
                        NOW),
                new IncidentMarkedFalseAlarm(INCIDENT, "A probe was down", "Two people, one night", NOW),
                new IncidentMerged(INCIDENT, new IncidentId("INC-44"), new IncidentId("INC-43"), NOW),
                new FiveWhysOwnerAssigned(INCIDENT, "alice", DUE, NOW),
                new WhyAnswered(
                        INCIDENT, ANSWER, "Why was it full?", "Nobody cleaned up", new AnswerId("W-2M9D"),
                        List.of(FINDING), NOW),
                new RootCauseIdentified(INCIDENT, "No owner", RootCauseCategory.HUMAN_FACTORS, ANSWER, NOW),
                new FiveWhysCompleted(INCIDENT, "Nobody rehearsed it", NOW),
                new ActionItemProposed(
                        INCIDENT, ACTION_ITEM, "Alert on disk use", ActionItemKind.DETECT, "bob", DUE, NOW),
                new ActionItemVoteCast(INCIDENT, ACTION_ITEM, "carol", 5, "At last", NOW),
                new ActionItemAssigned(INCIDENT, ACTION_ITEM, "bob", DUE, NOW),
                new ActionItemCompleted(INCIDENT, ACTION_ITEM, "See the alert", NOW),
                new ActionItemCancelled(INCIDENT, ACTION_ITEM, "Rejected by the team", NOW),
                new RetrospectiveNoteAdded(INCIDENT, NoteKind.FEELING, "Tired", true, NOW),
                new IncidentLinkedToProblem(PROBLEM, INCIDENT, NOW),
                new ProblemRecurred(PROBLEM, INCIDENT, ProblemStatus.VERIFIED, START, NOW),
                new PostmortemScheduled(INCIDENT, DUE, "alice", List.of("bob", "carol"), NOW),
                new PostmortemSectionWritten(
                        INCIDENT, PostmortemSection.LESSONS, 3, "alice", "- We found it before our customers did\n",
                        NOW),
                new PostmortemPublished(INCIDENT, 1, NOW),
                new PostmortemWaived(INCIDENT, "Nobody was hurt", NOW),
                new ProblemOpened(
                        PROBLEM, "Disks fill up unseen", List.of("checkout"), RootCauseCategory.CAPACITY, NOW),
                new WorkaroundDocumented(PROBLEM, "Empty it by hand", NOW),
                new ProblemFixed(PROBLEM, "Logs are rotated", CHANGE, NOW),
                new ProblemFixVerified(PROBLEM, "Half empty for a month", NOW),
                new ChangeRegistered(
                        CHANGE, "checkout", "1.2", "New cart",
                        new RollbackPlan(List.of("Redeploy 1.1", "Watch"), Duration.ofMinutes(90), START), NOW),
                new ServiceRegistered(
                        "checkout", "shop", 99.95, AvailabilityPeriod.QUARTER, Duration.ofHours(12), NOW),
                new RunbookPublished(
                        RUNBOOK, 2, "Failover of checkout", "checkout", List.of("Stop writes", "Switch"), NOW),
                new OperationsReviewHeld(
                        new OperationsReviewId("OPS-1"), LocalDate.parse("2026-03-02"), List.of("Freeze releases"),
                        List.of("alice", "bob"), NOW),
                new ReadinessCheckOpened(
                        READINESS_CHECK, "Cup final", START, DUE, List.of("checkout"), List.of("Capacity doubled?"),
                        NOW),
                new ReadinessItemAnswered(READINESS_CHECK, 1, ReadinessAnswer.NO, "Ordered for Friday", NOW),
                new ReadinessCheckSignedOff(READINESS_CHECK, "alice", List.of(1), "Ready but for capacity", NOW),
                new PlannedEventScheduled(
                        new PlannedEventId("EVT-1"), "Cup final", START, DUE, "Twice a Saturday",
                        List.of("checkout"), List.of("carol"), READINESS_CHECK, NOW),
                new ApiKeyCreated(
                        API_KEY, "slack-bot", List.of(AccessRole.REPORTER, AccessRole.RESPONDER),
                        SecretDigest.of("secret"), DUE, NOW),
                new ApiKeyRevoked(API_KEY, "It was in a screenshot", NOW));
    }

    public static List<Event> minimal() {
        return List.of(
                new IncidentDeclared(
                        INCIDENT, "Checkout is slow", Severity.SEV2, List.of("checkout"),
                        new Detection(DetectionSource.ALERT, null), null, null, false, NOW),
                new PanicButtonPressed(INCIDENT, "checkout", "alice", null, "It is recorded", NOW),
                new SeverityChanged(INCIDENT, Severity.SEV2, Severity.SEV1, null, NOW),
                new FindingAdded(
                        INCIDENT, FINDING, FindingKind.OBSERVATION, "The disk is full", null, null, List.of(), null,
                        null, Visibility.INTERNAL, NOW),
                new EntryCorrected(INCIDENT, 17, "Wrong hour", null, null, NOW),
                new ImpactRecorded(INCIDENT, List.of("checkout"), START, null, 100, null, NOW),
                new RollbackStarted(
                        INCIDENT, ROLLBACK, null, new RolledBackChange("checkout", "1.2", "New cart", null),
                        "Too close in time", NOW),
                new RollbackCompleted(INCIDENT, ROLLBACK, RollbackOutcome.NO_EFFECT, null, NOW),
                new MitigationApplied(INCIDENT, "Restart", MitigationEffect.PARTIAL, null, NOW),
                new RunbookStepExecuted(INCIDENT, RUNBOOK, 1, 1, "Failover of checkout", "Stop writes", null, NOW),
                new CheckInRecorded(null, "checkout", Health.GREEN, Map.of(), null, NOW),
                new StakeholderUpdatePosted(INCIDENT, "customers", "We are on it", null, null, NOW),
                new IncidentMitigated(INCIDENT, null, NOW),
                new IncidentResolved(INCIDENT, "The disk is emptied", null, NOW),
                new IncidentClosed(INCIDENT, null, List.of(), NOW),
                new IncidentMarkedFalseAlarm(INCIDENT, "A probe was down", null, NOW),
                new IncidentMerged(INCIDENT, new IncidentId("INC-44"), null, NOW),
                new FiveWhysOwnerAssigned(INCIDENT, "alice", null, NOW),
                new WhyAnswered(INCIDENT, ANSWER, "Why was it full?", "Nobody cleaned up", null, List.of(), NOW),
                new RootCauseIdentified(INCIDENT, "No owner", RootCauseCategory.UNKNOWN, null, NOW),
                new FiveWhysCompleted(INCIDENT, null, NOW),
                new ActionItemProposed(
                        INCIDENT, ACTION_ITEM, "Alert on disk use", ActionItemKind.DETECT, null, null, NOW),
                new ActionItemVoteCast(INCIDENT, ACTION_ITEM, "carol", 0, null, NOW),
                new ActionItemAssigned(INCIDENT, ACTION_ITEM, "bob", null, NOW),
                new ActionItemCompleted(INCIDENT, ACTION_ITEM, null, NOW),
                new PostmortemScheduled(INCIDENT, DUE, null, List.of(), NOW),
                new ProblemOpened(PROBLEM, "Disks fill up unseen", List.of(), null, NOW),
                new ProblemFixed(PROBLEM, "Logs are rotated", null, NOW),
                new ChangeRegistered(CHANGE, "checkout", "1.2", "New cart", null, NOW),
                new ServiceRegistered("checkout", null, null, null, null, NOW),
                new ReadinessItemAnswered(READINESS_CHECK, 1, ReadinessAnswer.YES, null, NOW),
                new ReadinessCheckSignedOff(READINESS_CHECK, "alice", List.of(), null, NOW),
                new PlannedEventScheduled(
                        new PlannedEventId("EVT-1"), "Cup final", START, DUE, "Twice a Saturday",
                        List.of("checkout"), List.of("carol"), null, NOW),
                new ApiKeyCreated(
                        API_KEY, "slack-bot", List.of(AccessRole.REPORTER), SecretDigest.of("secret"), null, NOW),
                new ApiKeyRevoked(API_KEY, null, NOW));
    }
}
