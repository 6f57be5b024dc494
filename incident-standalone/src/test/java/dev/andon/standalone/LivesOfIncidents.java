package dev.andon.standalone;

import static dev.andon.kernel.IncidentStatus.CLOSED;
import static dev.andon.kernel.IncidentStatus.FALSE_ALARM;
import static dev.andon.kernel.IncidentStatus.MERGED;
import static dev.andon.kernel.IncidentStatus.MITIGATED;
import static dev.andon.kernel.IncidentStatus.OPEN;
import static dev.andon.kernel.IncidentStatus.RESOLVED;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.command.CloseIncident;
import dev.andon.kernel.command.Command;
import dev.andon.kernel.command.MarkFalseAlarm;
import dev.andon.kernel.command.MergeIncident;
import dev.andon.kernel.command.MitigateIncident;
import dev.andon.kernel.command.ReopenIncident;
import dev.andon.kernel.command.ResolveIncident;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the language says about the lives of incidents, in another way than the rules and the read models say it. */
final class LivesOfIncidents {

    private static final Set<IncidentStatus> UNDER_WAY = Set.of(OPEN, MITIGATED, RESOLVED);

    private final Map<IncidentId, IncidentStatus> statuses = new HashMap<>();
    private final Map<IncidentId, IncidentId> mergedInto = new HashMap<>();

    LivesOfIncidents(List<IncidentId> declared) {
        declared.forEach(incident -> statuses.put(incident, OPEN));
    }

    IncidentStatus statusOf(IncidentId incident) {
        return statuses.getOrDefault(incident, OPEN);
    }

    Optional<IncidentId> mergedInto(IncidentId incident) {
        return Optional.ofNullable(mergedInto.get(incident));
    }

    /** Whether an incident that has ended, if it has, may still be spoken of. */
    boolean takesEntries(IncidentId incident) {
        return UNDER_WAY.contains(statusOf(incident));
    }

    /** Takes the step that this command asks for; says whether there is one from here. */
    boolean takes(Command command) {
        return switch (command) {
            case MitigateIncident mitigate -> step(mitigate.incidentId(), Set.of(OPEN), MITIGATED);
            case ResolveIncident resolve -> step(resolve.incidentId(), Set.of(OPEN, MITIGATED), RESOLVED);
            case ReopenIncident reopen -> step(reopen.incidentId(), Set.of(RESOLVED, CLOSED, FALSE_ALARM), OPEN);
            case CloseIncident close -> step(close.incidentId(), Set.of(RESOLVED), CLOSED);
            case MarkFalseAlarm mark -> step(mark.incidentId(), UNDER_WAY, FALSE_ALARM);
            case MergeIncident merge -> takesEntries(merge.into()) && !merge.into().equals(merge.incidentId())
                    && step(merge.incidentId(), UNDER_WAY, MERGED) && sendOn(merge.incidentId(), merge.into());
            default -> throw new IllegalArgumentException(command + " is no step in an incident's life");
        };
    }

    private boolean step(IncidentId incident, Set<IncidentStatus> from, IncidentStatus to) {
        if (!from.contains(statusOf(incident))) {
            return false;
        }
        statuses.put(incident, to);
        return true;
    }

    private boolean sendOn(IncidentId incident, IncidentId into) {
        mergedInto.replaceAll((_, target) -> target.equals(incident) ? into : target);
        mergedInto.put(incident, into);
        return true;
    }
}
