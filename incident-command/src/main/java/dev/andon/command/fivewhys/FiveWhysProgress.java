package dev.andon.command.fivewhys;

import dev.andon.command.decision.DecisionModel;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.event.FiveWhysCompleted;
import dev.andon.kernel.event.FiveWhysOwnerAssigned;
import dev.andon.kernel.event.IncidentReopened;

/** How far the root-cause analysis of one incident is, as far as whoever closes the incident asks. */
public enum FiveWhysProgress {
    UNASSIGNED,
    ASSIGNED,
    COMPLETED;

    /** A reopened incident reopens its analysis; who answers for it still does. */
    public static DecisionModel<FiveWhysProgress> of(IncidentId incidentId) {
        return DecisionModel.startingWith(UNASSIGNED)
                .on(incidentId.tag(), FiveWhysOwnerAssigned.class, (_, _) -> ASSIGNED)
                .on(incidentId.tag(), FiveWhysCompleted.class, (_, _) -> COMPLETED)
                .on(incidentId.tag(), IncidentReopened.class, (progress, _) -> progress == COMPLETED
                        ? ASSIGNED
                        : progress);
    }
}
