package dev.andon.command.finding;

import dev.andon.command.decision.DecisionModel;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.event.FindingAdded;
import java.util.Optional;
import java.util.Set;

/** One finding of one incident, read without the others. */
public final class KnownFinding {

    private KnownFinding() {}

    public static DecisionModel<Optional<FindingAdded>> of(IncidentId incidentId, FindingId findingId) {
        return DecisionModel.about(Set.of(incidentId.tag(), findingId.tag()), FindingAdded.class)
                .into(Optional.empty(), (_, event) -> Optional.of((FindingAdded) event));
    }
}
