package dev.andon.command.incident;

import dev.andon.command.decision.DecisionModel;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Severity;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.SeverityChanged;
import java.util.Optional;

/** How severe an incident is now; nothing if it was never declared. */
public final class PresentSeverity {

    private PresentSeverity() {}

    public static DecisionModel<Optional<Severity>> of(IncidentId incidentId) {
        return DecisionModel.startingWith(Optional.<Severity>empty())
                .on(incidentId.tag(), IncidentDeclared.class, (_, declared) -> Optional.of(declared.severity()))
                .on(incidentId.tag(), SeverityChanged.class, (_, changed) -> Optional.of(changed.to()));
    }
}
