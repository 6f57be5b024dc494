package dev.andon.command.incident;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.Severity;
import dev.andon.kernel.command.ChangeSeverity;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.SeverityChanged;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The severity changes to another one; saying again what is known already would look like news on the timeline. */
public final class ChangingTheSeverity implements Rule<ChangeSeverity, ChangingTheSeverity.Known> {

    /** What the decision depends on. The severity is there if the incident is. */
    public record Known(IncidentLife incident, Optional<Severity> severity) {}

    @Override
    public Class<ChangeSeverity> command() {
        return ChangeSeverity.class;
    }

    @Override
    public DecisionModel<Known> knowledgeFor(ChangeSeverity command) {
        return IncidentLife.of(command.incidentId()).and(PresentSeverity.of(command.incidentId()), Known::new);
    }

    @Override
    public List<Event> decide(ChangeSeverity command, Known known, Circumstances circumstances) {
        known.incident().requireOpenTo(Act.RESPOND);
        Severity present = known.severity().orElseThrow();
        if (present == command.severity()) {
            throw new Refused(
                    Refusal.SEVERITY_UNCHANGED,
                    "%s is a %s already".formatted(command.incidentId(), present),
                    Map.of("incidentId", command.incidentId(), "severity", present));
        }
        return List.of(new SeverityChanged(
                command.incidentId(),
                present,
                command.severity(),
                command.reason(),
                circumstances.orNow(command.occurredAt())));
    }
}
