package dev.andon.command.retrospective;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Invalid;
import dev.andon.command.decision.Rule;
import dev.andon.command.incident.Act;
import dev.andon.command.incident.IncidentLife;
import dev.andon.kernel.NoteKind;
import dev.andon.kernel.command.AddRetrospectiveNote;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.RetrospectiveNoteAdded;
import java.util.List;
import java.util.Objects;

/** Only a feeling may be anonymous: whoever reads any other note must be able to ask its author. */
public final class AddingARetrospectiveNote implements Rule<AddRetrospectiveNote, IncidentLife> {

    @Override
    public Class<AddRetrospectiveNote> command() {
        return AddRetrospectiveNote.class;
    }

    @Override
    public DecisionModel<IncidentLife> knowledgeFor(AddRetrospectiveNote command) {
        return IncidentLife.of(command.incidentId());
    }

    @Override
    public List<Event> decide(AddRetrospectiveNote command, IncidentLife incident, Circumstances circumstances) {
        boolean anonymous = Objects.requireNonNullElse(command.anonymous(), false);
        if (anonymous && command.kind() != NoteKind.FEELING) {
            throw Invalid.field("/anonymous", "is for a FEELING only; leave it out");
        }
        incident.requireOpenTo(Act.LEARN);
        return List.of(new RetrospectiveNoteAdded(
                command.incidentId(), command.kind(), command.text(), anonymous, circumstances.now()));
    }
}
