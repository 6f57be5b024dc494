package dev.andon.command.checkin;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Rule;
import dev.andon.command.incident.Act;
import dev.andon.command.incident.IncidentLife;
import dev.andon.kernel.command.RecordCheckIn;
import dev.andon.kernel.event.CheckInRecorded;
import dev.andon.kernel.event.Event;
import java.util.List;
import java.util.Optional;

/** A check-in may be recorded at any time; one that is made during an incident, as long as that takes entries. */
public final class RecordingACheckIn implements Rule<RecordCheckIn, Optional<IncidentLife>> {

    @Override
    public Class<RecordCheckIn> command() {
        return RecordCheckIn.class;
    }

    @Override
    public DecisionModel<Optional<IncidentLife>> knowledgeFor(RecordCheckIn command) {
        return command.incidentId() == null
                ? DecisionModel.startingWith(Optional.empty())
                : IncidentLife.of(command.incidentId())
                        .and(DecisionModel.nothing(), (incident, _) -> Optional.of(incident));
    }

    @Override
    public List<Event> decide(RecordCheckIn command, Optional<IncidentLife> incident, Circumstances circumstances) {
        incident.ifPresent(life -> life.requireOpenTo(Act.RESPOND));
        return List.of(new CheckInRecorded(
                command.incidentId(),
                command.service(),
                command.health(),
                command.metrics(),
                command.note(),
                circumstances.orNow(command.occurredAt())));
    }
}
