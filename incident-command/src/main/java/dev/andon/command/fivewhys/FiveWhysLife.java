package dev.andon.command.fivewhys;

import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.command.incident.Act;
import dev.andon.command.incident.IncidentLife;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.event.FiveWhysCompleted;
import dev.andon.kernel.event.IncidentReopened;
import java.util.Map;

/**
 * Whether the five whys of an incident can go on. A reopened incident has more to learn from, so it reopens a complete
 * analysis, too: otherwise the second outage could never be explained.
 */
record FiveWhysLife(IncidentLife incident, boolean completed) {

    static DecisionModel<FiveWhysLife> of(IncidentId incidentId) {
        return IncidentLife.of(incidentId)
                .and(DecisionModel.startingWith(false)
                        .on(incidentId.tag(), FiveWhysCompleted.class, (_, _) -> true)
                        .on(incidentId.tag(), IncidentReopened.class, (_, _) -> false), FiveWhysLife::new);
    }

    void requireGoesOn() {
        incident.requireOpenTo(Act.LEARN);
        if (completed) {
            throw new Refused(
                    Refusal.FIVE_WHYS_COMPLETED,
                    "The five whys of %s are complete".formatted(incident.incidentId()),
                    Map.of("incidentId", incident.incidentId(), "fiveWhys", "COMPLETED"));
        }
    }
}
