package dev.andon.command.closing;

import static dev.andon.kernel.IncidentStatus.RESOLVED;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.command.decision.Rule;
import dev.andon.command.incident.Act;
import dev.andon.command.incident.IncidentLife;
import dev.andon.command.incident.PresentSeverity;
import dev.andon.kernel.LooseEnd;
import dev.andon.kernel.Severity;
import dev.andon.kernel.command.CloseIncident;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.IncidentClosed;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** A resolved incident is closed when nothing is left to learn, or with a reason, which is kept with what was left open. */
public final class ClosingAnIncident implements Rule<CloseIncident, ClosingAnIncident.Known> {

    /** What the decision depends on. The severity is there if the incident is. */
    public record Known(IncidentLife incident, Optional<Severity> severity, Learning learning) {

        private boolean isDemanding() {
            return !incident.drill() && severity.filter(worst -> worst.compareTo(Severity.SEV2) <= 0).isPresent();
        }
    }

    @Override
    public Class<CloseIncident> command() {
        return CloseIncident.class;
    }

    @Override
    public DecisionModel<Known> knowledgeFor(CloseIncident command) {
        return IncidentLife.of(command.incidentId())
                .and(PresentSeverity.of(command.incidentId()), Learning.from(command.incidentId()), Known::new);
    }

    @Override
    public List<Event> decide(CloseIncident command, Known known, Circumstances circumstances) {
        known.incident().requireOpenTo(Act.CLOSE);
        Map<ClosingCondition, List<LooseEnd>> unmet = unmet(known);
        List<LooseEnd> looseEnds = unmet.values().stream().flatMap(List::stream).toList();
        if (!looseEnds.isEmpty() && command.reason() == null) {
            throw new Refused(
                    Refusal.INCIDENT_HAS_LOOSE_ENDS,
                    "%s is not done with. %s".formatted(command.incidentId(), wordsFor(unmet)),
                    Map.of("incidentId", command.incidentId(), "status", RESOLVED, "looseEnds", looseEnds));
        }
        return List.of(new IncidentClosed(
                command.incidentId(), command.reason(), looseEnds, circumstances.orNow(command.occurredAt())));
    }

    private static Map<ClosingCondition, List<LooseEnd>> unmet(Known known) {
        var unmet = new EnumMap<ClosingCondition, List<LooseEnd>>(ClosingCondition.class);
        for (ClosingCondition condition : ClosingCondition.values()) {
            List<LooseEnd> looseEnds = condition.looseEnds(known.learning(), known.isDemanding());
            if (!looseEnds.isEmpty()) {
                unmet.put(condition, looseEnds);
            }
        }
        return unmet;
    }

    private static String wordsFor(Map<ClosingCondition, List<LooseEnd>> unmet) {
        return unmet.entrySet().stream()
                .map(condition -> condition.getKey().sentence() + named(condition.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String named(List<LooseEnd> looseEnds) {
        String names = looseEnds.stream().map(LooseEnd::id).filter(Objects::nonNull).collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : " (%s)".formatted(names);
    }
}
