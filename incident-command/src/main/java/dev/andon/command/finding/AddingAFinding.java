package dev.andon.command.finding;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.IdentifierTaken;
import dev.andon.command.decision.Invalid;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.command.decision.Rule;
import dev.andon.command.incident.Act;
import dev.andon.command.incident.IncidentLife;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.Visibility;
import dev.andon.kernel.command.AddFinding;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.FindingAdded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A finding may be added as long as the incident takes entries. Evidence is about a hypothesis of the same incident. */
public final class AddingAFinding implements Rule<AddFinding, AddingAFinding.Known> {

    /**
     * What the decision depends on.
     *
     * @param findings the one that has the new identifier already and the one that evidence is about, if they are there
     */
    public record Known(IncidentLife incident, Map<FindingId, FindingKind> findings) {}

    @Override
    public Class<AddFinding> command() {
        return AddFinding.class;
    }

    @Override
    public DecisionModel<Known> knowledgeFor(AddFinding command) {
        return IncidentLife.of(command.incidentId()).and(KnownFindings.of(command.incidentId(), named(command)),
                Known::new);
    }

    private static List<FindingId> named(AddFinding command) {
        return command.about() == null
                ? List.of(command.findingId())
                : List.of(command.findingId(), command.about());
    }

    @Override
    public List<Event> decide(AddFinding command, Known known, Circumstances circumstances) {
        requireValid(command);
        known.incident().requireOpenTo(Act.RESPOND);
        if (known.findings().containsKey(command.findingId())) {
            throw new IdentifierTaken(command.findingId());
        }
        if (command.about() != null && known.findings().get(command.about()) != FindingKind.HYPOTHESIS) {
            throw new Refused(
                    Refusal.EVIDENCE_WITHOUT_HYPOTHESIS,
                    "%s is not a hypothesis of %s".formatted(command.about(), command.incidentId()),
                    Map.of("incidentId", command.incidentId(), "about", command.about()));
        }
        return List.of(new FindingAdded(
                command.incidentId(),
                command.findingId(),
                command.kind(),
                command.text(),
                command.about(),
                command.supports(),
                command.links(),
                command.service(),
                command.reviewAt(),
                Objects.requireNonNullElse(command.visibility(), Visibility.INTERNAL),
                circumstances.orNow(command.occurredAt())));
    }

    private static void requireValid(AddFinding command) {
        var invalid = new ArrayList<Invalid.Field>();
        if (command.kind() == FindingKind.EVIDENCE && command.about() == null) {
            invalid.add(new Invalid.Field("/about", "is required for EVIDENCE: the id of the hypothesis it is about"));
        }
        if (command.kind() != FindingKind.EVIDENCE && command.about() != null) {
            invalid.add(new Invalid.Field("/about", "belongs to EVIDENCE; leave it out"));
        }
        if (command.kind() != FindingKind.EVIDENCE && command.supports() != null) {
            invalid.add(new Invalid.Field("/supports", "belongs to EVIDENCE; leave it out"));
        }
        if (command.kind() != FindingKind.DECISION && command.reviewAt() != null) {
            invalid.add(new Invalid.Field("/reviewAt", "belongs to a DECISION; leave it out"));
        }
        if (!invalid.isEmpty()) {
            throw new Invalid(invalid);
        }
    }
}
