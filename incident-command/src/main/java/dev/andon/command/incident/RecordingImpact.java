package dev.andon.command.incident;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Invalid;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.command.RecordImpact;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.ImpactRecorded;
import java.util.List;
import java.util.Objects;

/** An impact window that ends, ends after it began: downtime is computed from these windows alone. */
public final class RecordingImpact implements Rule<RecordImpact, IncidentLife> {

    private static final int FULLY_DEGRADED = 100;

    @Override
    public Class<RecordImpact> command() {
        return RecordImpact.class;
    }

    @Override
    public DecisionModel<IncidentLife> knowledgeFor(RecordImpact command) {
        return IncidentLife.of(command.incidentId());
    }

    @Override
    public List<Event> decide(RecordImpact command, IncidentLife incident, Circumstances circumstances) {
        if (command.to() != null && !command.to().isAfter(command.from())) {
            throw Invalid.field("/to", "must be after from, %s".formatted(command.from()));
        }
        incident.requireOpenTo(Act.RESPOND);
        return List.of(new ImpactRecorded(
                command.incidentId(),
                command.services(),
                command.from(),
                command.to(),
                Objects.requireNonNullElse(command.degradedPercent(), FULLY_DEGRADED),
                command.description(),
                command.from()));
    }
}
