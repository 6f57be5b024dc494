package dev.andon.command.incident;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Invalid;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.command.MergeIncident;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.IncidentMerged;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An incident is merged into another one that goes on, and whatever was merged into it before comes along: INC-1 into
 * INC-2 and then INC-2 into INC-3 would otherwise send whoever comes late to INC-1 to an incident that refuses them, too.
 * As nothing is merged into a merged one, there are neither chains nor circles.
 */
public final class MergingAnIncident implements Rule<MergeIncident, MergingAnIncident.Known> {

    /**
     * What the decision depends on.
     *
     * @param takenIn those that were merged into this incident before
     */
    public record Known(IncidentLife incident, IncidentLife into, List<IncidentId> takenIn) {}

    @Override
    public Class<MergeIncident> command() {
        return MergeIncident.class;
    }

    @Override
    public DecisionModel<Known> knowledgeFor(MergeIncident command) {
        return IncidentLife.of(command.incidentId())
                .and(IncidentLife.of(command.into()), takenInBy(command.incidentId()), Known::new);
    }

    static DecisionModel<List<IncidentId>> takenInBy(IncidentId incidentId) {
        return DecisionModel.startingWith(List.<IncidentId>of())
                .on(incidentId.tag(), IncidentMerged.class, (takenIn, merged) -> merged.into().equals(incidentId)
                        ? Stream.concat(takenIn.stream(), Stream.of(merged.incidentId())).toList()
                        : takenIn);
    }

    @Override
    public List<Event> decide(MergeIncident command, Known known, Circumstances circumstances) {
        if (command.into().equals(command.incidentId())) {
            throw Invalid.field("/into", "must be another incident");
        }
        known.incident().requireOpenTo(Act.MERGE);
        requireTakesIn(command, known);
        Instant occurredAt = circumstances.orNow(command.occurredAt());
        return Stream.concat(
                Stream.<Event>of(new IncidentMerged(command.incidentId(), command.into(), null, occurredAt)),
                known.takenIn().stream().map(earlier -> new IncidentMerged(
                        earlier, command.into(), command.incidentId(), occurredAt)))
                .toList();
    }

    private static void requireTakesIn(MergeIncident command, Known known) {
        if (!known.into().isDeclared()) {
            throw new Refused(
                    Refusal.INCIDENT_NOT_DECLARED,
                    "There is no incident %s".formatted(command.into()),
                    Map.of("incidentId", command.incidentId(), "into", command.into()));
        }
        known.into().requireOpenTo(Act.TAKE_IN);
        if (known.into().drill() != known.incident().drill()) {
            throw new Refused(
                    Refusal.DRILL_AND_REAL,
                    "%s is %s drill, %s is %s".formatted(
                            command.incidentId(), known.incident().drill() ? "a" : "no",
                            command.into(), known.into().drill() ? "one" : "none"),
                    Map.of("incidentId", command.incidentId(), "into", command.into()));
        }
    }
}
