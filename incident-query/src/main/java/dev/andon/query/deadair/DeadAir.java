package dev.andon.query.deadair;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.RollbackId;
import dev.andon.kernel.RolledBackChange;
import dev.andon.query.followup.DecisionToReview;
import dev.andon.query.followup.FollowUp;
import dev.andon.query.followup.PromisedUpdate;
import dev.andon.query.followup.RollbackAccount;
import dev.andon.query.services.CheckIn;
import dev.andon.query.services.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where nobody says anything although somebody should: silence looks like health until it does not. Drills are nowhere in it,
 * nor are incidents that were closed: whoever closed them has said why.
 *
 * @param now what overdue means: due before this moment
 */
public record DeadAir(
        Instant now,
        long position,
        List<MissedCheckIn> missedCheckIns,
        List<OverdueUpdate> overdueUpdates,
        List<OpenRollback> rollbacksWithoutOutcome,
        List<StalledFiveWhys> stalledFiveWhys,
        List<ForgottenDecision> forgottenDecisions) {

    boolean nothing() {
        return missedCheckIns.isEmpty() && overdueUpdates.isEmpty() && rollbacksWithoutOutcome.isEmpty()
                && stalledFiveWhys.isEmpty() && forgottenDecisions.isEmpty();
    }

    /**
     * A service that nobody has looked at for longer than its interval.
     *
     * @param interval how often somebody should
     * @param last when somebody last did; absent if nobody ever did
     * @param missed how many check-ins are missing since then
     * @param position where the last check-in is recorded, or the interval while there is none
     */
    public record MissedCheckIn(
            String service, Duration interval, @Nullable Instant last, Instant dueAt, long missed, long position) {

        static Optional<MissedCheckIn> in(Service service, Instant now) {
            Duration interval = service.checkInInterval();
            Instant due = service.nextCheckInDueAt();
            if (interval == null || due == null || !due.isBefore(now)) {
                return Optional.empty();
            }
            CheckIn last = service.lastCheckIn();
            return Optional.of(new MissedCheckIn(
                    service.name(), interval, last == null ? null : last.at(), due,
                    1 + Duration.between(due, now).dividedBy(interval),
                    last == null ? service.registrations().getLast().position() : last.position()));
        }
    }

    /** The next word to an audience, promised and not sent. */
    public record OverdueUpdate(
            IncidentId incidentId, String title, String audience, Instant dueAt, Instant promisedAt, long entryId) {

        static List<OverdueUpdate> in(FollowUp followUp, Instant now) {
            return followUp.promisedUpdates().stream()
                    .filter(_ -> followUp.underWay())
                    .filter(promised -> promised.dueAt().isBefore(now))
                    .map(promised -> of(followUp, promised))
                    .toList();
        }

        private static OverdueUpdate of(FollowUp followUp, PromisedUpdate promised) {
            return new OverdueUpdate(
                    followUp.incidentId(), followUp.title(), promised.audience(), promised.dueAt(),
                    promised.promisedAt(), promised.entryId());
        }
    }

    /**
     * A rollback of which nobody has said how it ended.
     *
     * @param lasted how long it has been going on
     * @param longerThanPlanned whether that is longer than its plan says; absent if there is no plan
     */
    public record OpenRollback(
            IncidentId incidentId,
            RollbackId rollbackId,
            RolledBackChange change,
            Instant startedAt,
            Duration lasted,
            @Nullable Boolean longerThanPlanned,
            List<Long> entryIds) {

        static List<OpenRollback> in(FollowUp followUp, Instant now) {
            return followUp.rollbacks().stream()
                    .filter(RollbackAccount::underWay)
                    .map(rollback -> of(rollback, now))
                    .toList();
        }

        private static OpenRollback of(RollbackAccount rollback, Instant now) {
            Duration lasted = Duration.between(rollback.startedAt(), now);
            Duration planned = rollback.plannedDuration();
            return new OpenRollback(
                    rollback.incidentId(), rollback.rollbackId(), rollback.change(), rollback.startedAt(), lasted,
                    planned == null ? null : lasted.compareTo(planned) > 0, rollback.entryIds());
        }
    }

    /**
     * A root-cause analysis that somebody answers for, and that goes nowhere.
     *
     * @param answers how many whys are answered
     * @param overdue whether it should be complete
     */
    public record StalledFiveWhys(
            IncidentId incidentId,
            String title,
            @Nullable String owner,
            @Nullable Instant dueAt,
            int answers,
            boolean overdue) {

        static List<StalledFiveWhys> in(FollowUp followUp, Instant now) {
            var whys = followUp.fiveWhys();
            Instant due = whys.dueAt();
            boolean overdue = due != null && due.isBefore(now);
            boolean stalled = whys.begun() && !whys.completed() && (overdue || whys.whys().isEmpty());
            return stalled
                    ? List.of(new StalledFiveWhys(
                            followUp.incidentId(), followUp.title(), whys.owner(), due, whys.whys().size(), overdue))
                    : List.of();
        }
    }

    /** A decision to wait, whose time has passed, and which no other decision has followed. */
    public record ForgottenDecision(
            IncidentId incidentId, String title, String decision, Instant decidedAt, Instant reviewAt, long entryId) {

        static List<ForgottenDecision> in(FollowUp followUp, Instant now) {
            return followUp.decisionsToReview().stream()
                    .filter(decision -> decision.reviewAt().isBefore(now))
                    .map(decision -> of(followUp, decision))
                    .toList();
        }

        private static ForgottenDecision of(FollowUp followUp, DecisionToReview decision) {
            return new ForgottenDecision(
                    followUp.incidentId(), followUp.title(), decision.text(), decision.decidedAt(),
                    decision.reviewAt(), decision.entryId());
        }
    }

    static DeadAir of(List<Service> services, List<FollowUp> pending, Instant now, long position) {
        List<FollowUp> alive = pending.stream().filter(followUp -> followUp.alive() && !followUp.drill()).toList();
        return new DeadAir(
                now, position, services.stream().flatMap(service -> MissedCheckIn.in(service, now).stream()).toList(),
                alive.stream().flatMap(followUp -> OverdueUpdate.in(followUp, now).stream()).toList(),
                alive.stream().flatMap(followUp -> OpenRollback.in(followUp, now).stream()).toList(),
                alive.stream().flatMap(followUp -> StalledFiveWhys.in(followUp, now).stream()).toList(),
                alive.stream().flatMap(followUp -> ForgottenDecision.in(followUp, now).stream()).toList());
    }
}
