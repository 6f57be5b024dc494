package dev.andon.command.incident;

import static dev.andon.command.decision.Refusal.INCIDENT_ALREADY_CLOSED;
import static dev.andon.command.decision.Refusal.INCIDENT_ALREADY_FALSE_ALARM;
import static dev.andon.command.decision.Refusal.INCIDENT_ALREADY_MITIGATED;
import static dev.andon.command.decision.Refusal.INCIDENT_ALREADY_RESOLVED;
import static dev.andon.command.decision.Refusal.INCIDENT_ENDED;
import static dev.andon.command.decision.Refusal.INCIDENT_MERGED;
import static dev.andon.command.decision.Refusal.INCIDENT_NOT_OVER;
import static dev.andon.command.decision.Refusal.INCIDENT_NOT_RESOLVED;
import static dev.andon.command.decision.Refusal.INCIDENT_TAKES_IN_NO_OTHER;
import static dev.andon.kernel.IncidentStatus.CLOSED;
import static dev.andon.kernel.IncidentStatus.FALSE_ALARM;
import static dev.andon.kernel.IncidentStatus.MERGED;
import static dev.andon.kernel.IncidentStatus.MITIGATED;
import static dev.andon.kernel.IncidentStatus.OPEN;
import static dev.andon.kernel.IncidentStatus.RESOLVED;

import dev.andon.command.decision.Refusal;
import dev.andon.kernel.IncidentStatus;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What may be done about an incident, and in which parts of its life it may not, with the reason. Every rule about an
 * incident asks here, and only here: if each knew for itself, a closed incident would take a finding from one path and
 * refuse it from another.
 */
public enum Act {
    /** The response: findings, verdicts, severity, roles, impact, rollbacks, mitigations, runbooks, check-ins, updates. */
    RESPOND(Map.of(CLOSED, INCIDENT_ENDED, FALSE_ALARM, INCIDENT_ENDED, MERGED, INCIDENT_MERGED)),

    /** Saying how something that was begun has ended: a rollback may outlast its incident. */
    FINISH(Map.of()),

    /** Five whys, action items, retrospective, postmortem, problems: a false alarm is something to learn from as well. */
    LEARN(Map.of(MERGED, INCIDENT_MERGED)),

    /** Corrections, retractions and pins: the record of what was can always be put right. */
    PUT_RIGHT(Map.of()),

    MITIGATE(Map.of(
            MITIGATED, INCIDENT_ALREADY_MITIGATED,
            RESOLVED, INCIDENT_ALREADY_RESOLVED,
            CLOSED, INCIDENT_ENDED,
            FALSE_ALARM, INCIDENT_ENDED,
            MERGED, INCIDENT_MERGED)),

    RESOLVE(Map.of(
            RESOLVED, INCIDENT_ALREADY_RESOLVED,
            CLOSED, INCIDENT_ENDED,
            FALSE_ALARM, INCIDENT_ENDED,
            MERGED, INCIDENT_MERGED)),

    /** Also of a false alarm that turns out to have been none. */
    REOPEN(Map.of(OPEN, INCIDENT_NOT_RESOLVED, MITIGATED, INCIDENT_NOT_RESOLVED, MERGED, INCIDENT_MERGED)),

    CLOSE(Map.of(
            OPEN, INCIDENT_NOT_OVER,
            MITIGATED, INCIDENT_NOT_OVER,
            CLOSED, INCIDENT_ALREADY_CLOSED,
            FALSE_ALARM, INCIDENT_ENDED,
            MERGED, INCIDENT_MERGED)),

    MARK_FALSE_ALARM(Map.of(
            CLOSED, INCIDENT_ENDED,
            FALSE_ALARM, INCIDENT_ALREADY_FALSE_ALARM,
            MERGED, INCIDENT_MERGED)),

    MERGE(Map.of(CLOSED, INCIDENT_ENDED, FALSE_ALARM, INCIDENT_ENDED, MERGED, INCIDENT_MERGED)),

    /** Taking in another incident, which sends everybody who comes late to this one. */
    TAKE_IN(Map.of(CLOSED, INCIDENT_TAKES_IN_NO_OTHER, FALSE_ALARM, INCIDENT_TAKES_IN_NO_OTHER, MERGED,
            INCIDENT_MERGED)),

    /** Nobody knows yet what there is to learn from an incident that goes on; of a false alarm nothing happened. */
    PUBLISH_POSTMORTEM(Map.of(
            OPEN, INCIDENT_NOT_OVER,
            MITIGATED, INCIDENT_NOT_OVER,
            FALSE_ALARM, INCIDENT_ENDED,
            MERGED, INCIDENT_MERGED));

    private final Map<IncidentStatus, Refusal> refusals;

    Act(Map<IncidentStatus, Refusal> refusals) {
        this.refusals = refusals;
    }

    /** Why not, in this part of its life; null if it may be done. */
    public @Nullable Refusal refusalIn(IncidentStatus status) {
        return refusals.get(status);
    }
}
