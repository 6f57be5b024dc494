package dev.andon.command.postmortem;

import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Tag;
import dev.andon.kernel.event.IncidentReopened;
import dev.andon.kernel.event.PostmortemPublished;
import dev.andon.kernel.event.PostmortemWaived;
import java.util.Map;

/**
 * Where the postmortem of one incident is. A reopened incident has more to tell, so it reopens a published or waived
 * postmortem, too: otherwise the second outage would never be part of what everybody reads.
 *
 * @param edition of the latest publication; 0 if there is none
 */
public record PostmortemState(Stage stage, int edition) {

    enum Stage {
        DRAFT,
        WAIVED,
        PUBLISHED
    }

    public static DecisionModel<PostmortemState> of(IncidentId incidentId) {
        Tag incident = incidentId.tag();
        return DecisionModel.startingWith(new PostmortemState(Stage.DRAFT, 0))
                .on(incident, PostmortemWaived.class, (state, _) -> new PostmortemState(Stage.WAIVED, state.edition()))
                .on(incident, PostmortemPublished.class, (_, published) -> new PostmortemState(
                        Stage.PUBLISHED, published.edition()))
                .on(incident, IncidentReopened.class, (state, _) -> new PostmortemState(Stage.DRAFT, state.edition()));
    }

    /** Whether nobody waits for it any more. */
    public boolean isDone() {
        return stage != Stage.DRAFT;
    }

    void requireNotPublished(IncidentId incidentId) {
        if (stage == Stage.PUBLISHED) {
            throw refused(Refusal.POSTMORTEM_PUBLISHED, incidentId);
        }
    }

    Refused refused(Refusal refusal, IncidentId incidentId) {
        return new Refused(
                refusal,
                "The postmortem of %s is %s".formatted(incidentId, stage),
                Map.of("incidentId", incidentId, "postmortem", stage, "edition", edition));
    }
}
