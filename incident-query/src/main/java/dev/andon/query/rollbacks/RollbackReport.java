package dev.andon.query.rollbacks;

import dev.andon.kernel.ChangeId;
import dev.andon.kernel.event.ChangeRegistered;
import dev.andon.query.chronicles.Chronicle;
import dev.andon.query.followup.FollowUp;
import dev.andon.query.followup.RollbackAccount;
import dev.andon.query.http.Period;
import dev.andon.query.readmodel.Viewpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was undone in a period. Drills are nowhere in it.
 *
 * @param notReapplied the rollbacks that stand: their change is not live again
 * @param changesWithoutPlan what was put into production in the period, and nobody said how to undo
 * @param measured every rollback that ended, those that took longest beyond their plan first, then those without a plan, the
 *     longest first
 */
public record RollbackReport(
        @Nullable Instant from,
        @Nullable Instant to,
        long position,
        List<RollbackAccount> notReapplied,
        List<Unplanned> changesWithoutPlan,
        List<Measured> measured) {

    /** A change without a rollback plan. */
    public record Unplanned(
            ChangeId changeId, String service, String version, Instant deployedAt, long position) {

        static Unplanned of(Chronicle chronicle) {
            var opening = chronicle.opening(ChangeRegistered.class);
            ChangeRegistered event = opening.event();
            return new Unplanned(
                    event.changeId(), event.service(), event.version(), event.occurredAt(), opening.position());
        }
    }

    /**
     * How long a rollback took.
     *
     * @param took from its start to its end
     * @param beyondPlan how much longer than planned, negative if it was shorter; absent if there was no plan
     */
    public record Measured(RollbackAccount rollback, Duration took, @Nullable Duration beyondPlan) {

        static Optional<Measured> of(RollbackAccount rollback) {
            Duration took = rollback.measuredDuration();
            Duration planned = rollback.plannedDuration();
            return took == null
                    ? Optional.empty()
                    : Optional.of(new Measured(rollback, took, planned == null ? null : took.minus(planned)));
        }
    }

    static RollbackReport of(
            Period period, Viewpoint viewpoint, List<FollowUp> followUps, List<Chronicle> unplanned) {
        List<RollbackAccount> started = followUps.stream()
                .filter(followUp -> !followUp.drill())
                .flatMap(followUp -> followUp.rollbacks().stream())
                .filter(rollback -> period.contains(rollback.startedAt()))
                .sorted(Comparator.comparing(RollbackAccount::startedAt))
                .toList();
        return new RollbackReport(
                period.from(), period.to(), viewpoint.position(),
                started.stream().filter(RollbackAccount::stillOut).toList(),
                unplanned.stream().map(Unplanned::of).toList(),
                started.stream()
                        .flatMap(rollback -> Measured.of(rollback).stream())
                        .sorted(Comparator
                                .comparing(Measured::beyondPlan, Comparator.nullsLast(Comparator.reverseOrder()))
                                .thenComparing(Measured::took, Comparator.reverseOrder()))
                        .toList());
    }
}
