package dev.andon.command.postmortem;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.command.SchedulePostmortem;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.PostmortemScheduled;
import java.util.List;

/** A postmortem that is not published may be scheduled, and scheduled anew, also after it was waived on first thoughts. */
public final class SchedulingAPostmortem implements Rule<SchedulePostmortem, KnownPostmortem> {

    @Override
    public Class<SchedulePostmortem> command() {
        return SchedulePostmortem.class;
    }

    @Override
    public DecisionModel<KnownPostmortem> knowledgeFor(SchedulePostmortem command) {
        return KnownPostmortem.of(command.incidentId());
    }

    @Override
    public List<Event> decide(SchedulePostmortem command, KnownPostmortem postmortem, Circumstances circumstances) {
        postmortem.requireChangeable();
        return List.of(new PostmortemScheduled(
                command.incidentId(),
                command.scheduledFor(),
                command.owner(),
                command.attendees(),
                circumstances.now()));
    }
}
