package dev.andon.command;

import dev.andon.kernel.ChangeId;
import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.RollbackId;
import dev.andon.kernel.RollbackOutcome;
import dev.andon.kernel.RolledBackChange;
import dev.andon.kernel.Severity;
import dev.andon.kernel.Visibility;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.IncidentClosed;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentMarkedFalseAlarm;
import dev.andon.kernel.event.IncidentMerged;
import dev.andon.kernel.event.IncidentMitigated;
import dev.andon.kernel.event.IncidentReopened;
import dev.andon.kernel.event.IncidentResolved;
import dev.andon.kernel.event.RollbackCompleted;
import dev.andon.kernel.event.RollbackStarted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What happened before: one incident, its findings and its changes, with nothing said that does not matter. */
public final class Given {

    public static final IncidentId INCIDENT = IncidentId.of(42);
    public static final IncidentId OTHER_INCIDENT = IncidentId.of(43);

    /** When everything given here happened. */
    public static final Instant EARLIER = RuleFixture.NOW.minus(Duration.ofHours(1));

    private Given() {}

    public static IncidentDeclared declared() {
        return declared(INCIDENT);
    }

    public static IncidentDeclared declared(IncidentId incidentId) {
        return new IncidentDeclared(
                incidentId,
                "Checkout is slow",
                Severity.SEV2,
                List.of("checkout"),
                new Detection(DetectionSource.ALERT, null),
                EARLIER,
                null,
                false,
                EARLIER);
    }

    public static IncidentDeclared drill(IncidentId incidentId) {
        IncidentDeclared real = declared(incidentId);
        return new IncidentDeclared(
                incidentId,
                real.title(),
                real.severity(),
                real.services(),
                real.detection(),
                real.impactStartedAt(),
                real.summary(),
                true,
                EARLIER);
    }

    public static IncidentClosed closed() {
        return new IncidentClosed(INCIDENT, null, List.of(), EARLIER);
    }

    public static IncidentMarkedFalseAlarm falseAlarm() {
        return new IncidentMarkedFalseAlarm(INCIDENT, "A probe was down", null, EARLIER);
    }

    public static IncidentMerged merged(IncidentId incidentId, IncidentId into) {
        return new IncidentMerged(incidentId, into, null, EARLIER);
    }

    public static IncidentMitigated mitigated() {
        return new IncidentMitigated(INCIDENT, null, EARLIER);
    }

    public static IncidentResolved resolved() {
        return new IncidentResolved(INCIDENT, "Customers are fine", null, EARLIER);
    }

    public static IncidentReopened reopened() {
        return new IncidentReopened(INCIDENT, "It is back", EARLIER);
    }

    public static FindingAdded finding(FindingKind kind, FindingId findingId) {
        return finding(INCIDENT, kind, findingId);
    }

    public static FindingAdded finding(IncidentId incidentId, FindingKind kind, FindingId findingId) {
        return new FindingAdded(
                incidentId,
                findingId,
                kind,
                "The disk is full",
                null,
                null,
                List.of(),
                null,
                null,
                Visibility.INTERNAL,
                EARLIER);
    }

    public static RollbackStarted rollbackStarted(RollbackId rollbackId, ChangeId changeId) {
        return new RollbackStarted(
                INCIDENT,
                rollbackId,
                changeId,
                new RolledBackChange("checkout", "1.2", "New cart", null),
                "Too close in time",
                EARLIER);
    }

    public static RollbackCompleted rollbackCompleted(RollbackId rollbackId) {
        return new RollbackCompleted(INCIDENT, rollbackId, RollbackOutcome.EFFECTIVE, null, EARLIER);
    }
}
