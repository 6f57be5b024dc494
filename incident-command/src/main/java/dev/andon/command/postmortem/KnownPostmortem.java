package dev.andon.command.postmortem;

import dev.andon.command.decision.DecisionModel;
import dev.andon.command.incident.Act;
import dev.andon.command.incident.IncidentLife;
import dev.andon.kernel.IncidentId;

/** The postmortem of an incident that may have ended. */
public record KnownPostmortem(IncidentLife incident, PostmortemState state) {

    static DecisionModel<KnownPostmortem> of(IncidentId incidentId) {
        return IncidentLife.of(incidentId).and(PostmortemState.of(incidentId), KnownPostmortem::new);
    }

    /** Refuses to change what everybody may have read. */
    void requireChangeable() {
        incident.requireOpenTo(Act.LEARN);
        state.requireNotPublished(incident.incidentId());
    }
}
