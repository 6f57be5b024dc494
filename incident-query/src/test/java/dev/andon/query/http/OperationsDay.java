package dev.andon.query.http;

import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.ActionItemKind;
import dev.andon.kernel.AnswerId;
import dev.andon.kernel.AvailabilityPeriod;
import dev.andon.kernel.ChangeId;
import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.Health;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.OperationsReviewId;
import dev.andon.kernel.PlannedEventId;
import dev.andon.kernel.ReadinessAnswer;
import dev.andon.kernel.ReadinessCheckId;
import dev.andon.kernel.RollbackId;
import dev.andon.kernel.RollbackOutcome;
import dev.andon.kernel.RollbackPlan;
import dev.andon.kernel.RolledBackChange;
import dev.andon.kernel.RunbookId;
import dev.andon.kernel.Severity;
import dev.andon.kernel.Visibility;
import dev.andon.kernel.event.ActionItemCompleted;
import dev.andon.kernel.event.ActionItemProposed;
import dev.andon.kernel.event.ChangeRegistered;
import dev.andon.kernel.event.CheckInRecorded;
import dev.andon.kernel.event.EntryCorrected;
import dev.andon.kernel.event.EntryRetracted;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.ImpactRecorded;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentResolved;
import dev.andon.kernel.event.OperationsReviewHeld;
import dev.andon.kernel.event.PlannedEventScheduled;
import dev.andon.kernel.event.ReadinessCheckOpened;
import dev.andon.kernel.event.ReadinessItemAnswered;
import dev.andon.kernel.event.RollbackCompleted;
import dev.andon.kernel.event.RollbackStarted;
import dev.andon.kernel.event.RunbookPublished;
import dev.andon.kernel.event.RunbookStepExecuted;
import dev.andon.kernel.event.ServiceRegistered;
import dev.andon.kernel.event.WhyAnswered;
import dev.andon.query.History;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** An incident from its change to its action items, and all that there is beside incidents. */
final class OperationsDay {

    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final IncidentId INCIDENT = IncidentId.of(1);
    private static final RollbackId ROLLBACK = new RollbackId("RB-1111");

    private OperationsDay() {}

    static History history() {
        var pool = new RolledBackChange("checkout", "2026.5", "Smaller pool", Duration.ofMinutes(20));
        return History.of(
                new ServiceRegistered("checkout", "team-cart", 99.5, null, null, minutes(-9000)),
                new ServiceRegistered(
                        "checkout", "team-cart", 99.9, AvailabilityPeriod.MONTH, Duration.ofHours(12), minutes(-8000)),
                new ChangeRegistered(
                        ChangeId.of(1), "checkout", "2026.5", "Smaller pool",
                        new RollbackPlan(List.of("redeploy"), Duration.ofMinutes(20), null),
                        minutes(-60)),
                new ChangeRegistered(ChangeId.of(2), "search", "7", "New index", null, minutes(-50)),
                new RunbookPublished(RunbookId.of(1), 1, "Restart", "checkout", List.of("Restart it"), minutes(-40)),
                new RunbookPublished(
                        RunbookId.of(1), 2, "Restart", "checkout", List.of("Tell support", "Restart it"), minutes(-30)),
                new CheckInRecorded(null, "checkout", Health.GREEN, Map.of(), null, minutes(-20)),
                new IncidentDeclared(
                        INCIDENT, "Checkout fails", Severity.SEV2, List.of("checkout"),
                        new Detection(DetectionSource.CUSTOMER, null), null, null, false, TEN),
                new ImpactRecorded(INCIDENT, List.of("checkout"), TEN, minutes(60), 100, null, TEN),
                new CheckInRecorded(INCIDENT, "checkout", Health.AMBER, Map.of("errors", 7.0), "Slow", minutes(60)),
                new RunbookStepExecuted(
                        INCIDENT, RunbookId.of(1), 2, 2, "Restart", "Restart it", null, minutes(11)),
                new RollbackStarted(INCIDENT, ROLLBACK, ChangeId.of(1), pool, "It fills up", minutes(12)),
                new RollbackCompleted(INCIDENT, ROLLBACK, RollbackOutcome.EFFECTIVE, null, minutes(52)),
                new IncidentResolved(INCIDENT, "Rolled back", null, minutes(60)),
                new WhyAnswered(
                        INCIDENT, new AnswerId("W-1111"), "Why?", "The pool was full", null, List.of(), minutes(70)),
                new ActionItemProposed(
                        INCIDENT, ActionItemId.of(1), "Alert", ActionItemKind.DETECT, "bob", minutes(100), minutes(80)),
                new ActionItemProposed(
                        INCIDENT, ActionItemId.of(2), "Load test", ActionItemKind.PREVENT, "carol", null, minutes(81)),
                new ActionItemProposed(
                        INCIDENT, ActionItemId.of(3), "Drill", ActionItemKind.PROCESS, null,
                        Instant.parse("2999-01-01T00:00:00Z"), minutes(82)),
                new ActionItemCompleted(INCIDENT, ActionItemId.of(2), "Done", minutes(90)),
                new EntryCorrected(INCIDENT, 16, "Unclear", "Alert on a full pool", null, minutes(91)),
                new OperationsReviewHeld(
                        OperationsReviewId.of(1), LocalDate.parse("2026-03-02"), List.of("No releases"),
                        List.of("alice"), minutes(1440)),
                new ReadinessCheckOpened(
                        ReadinessCheckId.of(1), "Cup final", Instant.parse("2026-06-12T18:00:00Z"),
                        Instant.parse("2026-06-12T23:00:00Z"), List.of("checkout"),
                        List.of("Is somebody on call?", "Is the capacity doubled?"), minutes(1500)),
                new ReadinessItemAnswered(
                        ReadinessCheckId.of(1), 2, ReadinessAnswer.NO, "Ordered", minutes(1501)),
                new PlannedEventScheduled(
                        PlannedEventId.of(1), "Cup final", Instant.parse("2026-06-12T18:00:00Z"),
                        Instant.parse("2026-06-12T23:00:00Z"), "Twice a Saturday", List.of("checkout"),
                        List.of("carol"), ReadinessCheckId.of(1), minutes(1502)),
                new FindingAdded(
                        INCIDENT, new FindingId("F-1111"), FindingKind.HYPOTHESIS, "The pool is full", null, null,
                        List.of(), null, null, Visibility.INTERNAL, minutes(13)),
                new EntryCorrected(INCIDENT, 25, "Which?", "The pool of checkout is full", null, minutes(1503)),
                new EntryRetracted(INCIDENT, 25, "It was the disk", minutes(1504)),
                new EntryCorrected(INCIDENT, 10, "Not for all", "Slow for some", null, minutes(1505)));
    }

    private static Instant minutes(int minutes) {
        return TEN.plus(Duration.ofMinutes(minutes));
    }
}
