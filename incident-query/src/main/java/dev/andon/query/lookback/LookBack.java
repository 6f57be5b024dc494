package dev.andon.query.lookback;

import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Severity;
import dev.andon.query.recurringproblems.Problem;
import dev.andon.query.servicelevels.ServiceLevels;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A month or a quarter, looked back on. It counts the incidents that were declared in it; drills, false alarms, and what was
 * merged into another incident are not counted.
 *
 * @param period its name
 * @param from when it begins
 * @param to when it ends, which may be still to come
 * @param incidents how many were declared
 * @param falseAlarms how many of those that were declared turned out to be none
 * @param serviceLevels how available the services were, against what was promised of them
 * @param recurringProblems those that caused two or more incidents in the period
 * @param months each month of a quarter; absent for a month
 * @param worstMonth the month of a quarter in which most time was lost, then the one with most incidents; absent if nothing
 *     happened
 */
public record LookBack(
        String period,
        Instant from,
        Instant to,
        Instant now,
        long position,
        int incidents,
        int falseAlarms,
        List<BySeverity> bySeverity,
        List<ByDetection> byDetection,
        Lengths durations,
        ServiceLevels.Known serviceLevels,
        List<Problem> recurringProblems,
        Promises actionItems,
        @Nullable List<Month> months,
        @Nullable String worstMonth) {

    /** The incidents that were as bad as this at the end. */
    public record BySeverity(Severity severity, int count, List<IncidentId> incidents) {}

    /**
     * The incidents that were found this way.
     *
     * @param detectedBy how the organisation found out
     * @param detectionGap whether that is a gap: somebody outside engineering was first to notice
     */
    public record ByDetection(
            DetectionSource detectedBy, boolean detectionGap, int count, List<IncidentId> incidents) {}

    /** How long everything took. */
    public record Lengths(
            Spread timeToDetect, Spread timeToAcknowledge, Spread timeToMitigate, Spread timeToResolve) {}

    /**
     * The action items that were due in the period, as far as that has passed.
     *
     * @param due how many
     * @param inTime those that were done by then
     * @param late those that were done after it
     * @param notDone those that are still open
     * @param cancelled those that were given up
     */
    public record Promises(
            int due, List<ActionItemId> inTime, List<ActionItemId> late, List<ActionItemId> notDone,
            List<ActionItemId> cancelled) {}

    /**
     * One month of a quarter.
     *
     * @param incidents how many were declared
     * @param lost the weighted downtime of all services together
     */
    public record Month(String month, int incidents, Duration lost) {}
}
