package dev.andon.query.readiness;

import dev.andon.query.incidents.IncidentBrief;
import dev.andon.query.plannedevents.PlannedEvent;
import dev.andon.query.readinesschecks.ReadinessCheck;
import dev.andon.query.servicelevels.ServiceLevels;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether all is ready for a period, and what happened in it as far as it has passed. Drills are nowhere in it.
 *
 * @param from when the period begins
 * @param to when it ends
 * @param plannedEvents what is planned in it
 * @param readinessChecks the checks for it, with what was found
 * @param unchecked the planned events without a check
 * @param open whether anything is unanswered, not ready or not signed off
 * @param incidents those that were declared in it
 * @param serviceLevels how available the services were; absent before it begins
 */
public record Readiness(
        Instant from,
        Instant to,
        Instant now,
        long position,
        Stage stage,
        List<PlannedEvent> plannedEvents,
        List<ReadinessCheck> readinessChecks,
        List<PlannedEvent> unchecked,
        boolean open,
        List<IncidentBrief> incidents,
        ServiceLevels.@Nullable Known serviceLevels) {

    /** Whether the period is to come, is here, or is over. */
    public enum Stage {
        AHEAD,
        UNDER_WAY,
        OVER;

        static Stage at(Instant now, Instant from, Instant to) {
            if (now.isBefore(from)) {
                return AHEAD;
            }
            return now.isBefore(to) ? UNDER_WAY : OVER;
        }
    }

    static boolean isOpen(ReadinessCheck check) {
        return check.signOff() == null || !check.notReady().isEmpty() || !check.unanswered().isEmpty();
    }
}
