package dev.andon.command.finding;

import dev.andon.command.decision.DecisionModel;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Tag;
import dev.andon.kernel.event.FindingAdded;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Of which kind some findings of one incident are, read without the others. What is missing here was never added. */
public final class KnownFindings {

    private KnownFindings() {}

    public static DecisionModel<Map<FindingId, FindingKind>> of(
            IncidentId incidentId, Collection<FindingId> findingIds) {
        var model = DecisionModel.startingWith(Map.<FindingId, FindingKind>of());
        for (FindingId findingId : Set.copyOf(findingIds)) {
            model = model.on(Tag.of(incidentId, findingId), FindingAdded.class, KnownFindings::with);
        }
        return model;
    }

    private static Map<FindingId, FindingKind> with(Map<FindingId, FindingKind> known, FindingAdded added) {
        var kinds = new HashMap<>(known);
        kinds.put(added.findingId(), added.kind());
        return Map.copyOf(kinds);
    }
}
