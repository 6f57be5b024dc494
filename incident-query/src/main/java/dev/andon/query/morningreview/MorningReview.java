package dev.andon.query.morningreview;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.ProblemStatus;
import dev.andon.kernel.Severity;
import dev.andon.query.followup.ActionItem;
import dev.andon.query.incidents.IncidentBrief;
import dev.andon.query.operationsreviews.HeldReview;
import dev.andon.query.servicelevels.ServiceLevels;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the morning meeting looks at. Drills are nowhere in it.
 *
 * @param from when the day begins
 * @param to when it ends
 * @param now what overdue means: due before this moment
 * @param incidents those that were declared on the day
 * @param detectionGaps those of them that somebody else noticed first
 * @param openIncidents those that are under way, whenever they were declared
 * @param openProblems those that are not fixed, or recurred
 * @param unowned what nobody answers for
 * @param overdue what should be done
 * @param dueSoon what is due within a week
 * @param postmortemsToSchedule what nobody has scheduled, published or waived
 * @param monthToDate how available the services were from the beginning of the day's month to its end
 * @param lastReview the meeting before this one, with its decisions
 */
public record MorningReview(
        LocalDate date,
        Instant from,
        Instant to,
        Instant now,
        long position,
        List<IncidentBrief> incidents,
        List<IncidentBrief> detectionGaps,
        List<IncidentBrief> openIncidents,
        List<OpenProblem> openProblems,
        Unowned unowned,
        List<ActionItem> overdue,
        List<ActionItem> dueSoon,
        List<PostmortemDue> postmortemsToSchedule,
        ServiceLevels.Known monthToDate,
        @Nullable HeldReview lastReview) {

    /**
     * A problem that can cause the next incident.
     *
     * @param incidents how many it has caused
     */
    public record OpenProblem(ProblemId problemId, String title, ProblemStatus status, int incidents, long entryId) {}

    /**
     * What nobody answers for.
     *
     * @param incidents those under way of which nobody is in charge
     * @param actionItems those that are open
     * @param fiveWhys the severe incidents that are over, and whose causes nobody is to look for
     */
    public record Unowned(
            List<IncidentBrief> incidents, List<ActionItem> actionItems, List<IncidentId> fiveWhys) {

        boolean nothing() {
            return incidents.isEmpty() && actionItems.isEmpty() && fiveWhys.isEmpty();
        }
    }

    /**
     * A postmortem that is to be held: of the severe incidents, within five working days of their end.
     *
     * @param resolvedAt when the incident was over
     * @param dueBy the last day on which it is in time
     * @param overdue whether that day has gone by
     * @param entryIds what says so
     */
    public record PostmortemDue(
            IncidentId incidentId,
            String title,
            Severity severity,
            Instant resolvedAt,
            LocalDate dueBy,
            boolean overdue,
            List<Long> entryIds) {}
}
