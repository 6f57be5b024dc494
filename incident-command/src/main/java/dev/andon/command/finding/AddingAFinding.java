package dev.andon.command.finding;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.IdentifierTaken;
import dev.andon.command.decision.Invalid;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.command.decision.Rule;
import dev.andon.command.incident.IncidentLife;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.Visibility;
import dev.andon.kernel.command.AddFinding;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.FindingAdded;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A finding may be added as long as the incident takes entries. Evidence is about a hypothesis of the same incident. */
public final class AddingAFinding implements Rule<AddFinding, AddingAFinding.Known> {

    /**
     * What the decision depends on.
     *
     * @param sameId a finding that has the new identifier already
     * @param hypothesis what the evidence is about, if it is there
     */
    public record Known(IncidentLife incident, @Nullable FindingAdded sameId, @Nullable FindingAdded hypothesis) {}

    @Override
    public Class<AddFinding> command() {
        return AddFinding.class;
    }

    @Override
    public DecisionModel<Known> knowledgeFor(AddFinding command) {
        FindingId about = command.about() == null ? command.findingId() : command.about();
        return IncidentLife.of(command.incidentId())
                .and(KnownFinding.of(command.incidentId(), command.findingId()), (incident, sameId) -> new Known(
                        incident, sameId.orElse(null), null))
                .and(KnownFinding.of(command.incidentId(), about), (known, hypothesis) -> new Known(
                        known.incident(), known.sameId(), hypothesis.orElse(null)));
    }

    @Override
    public List<Event> decide(AddFinding command, Known known, Circumstances circumstances) {
        known.incident().requireTakesEntries();
        if (known.sameId() != null) {
            throw new IdentifierTaken(command.findingId());
        }
        switch (command.kind()) {
            case EVIDENCE -> requireHypothesis(command, known);
            case OBSERVATION, HYPOTHESIS, DECISION -> requireNotAbout(command);
        }
        if (command.reviewAt() != null && command.kind() != FindingKind.DECISION) {
            throw Invalid.field("/reviewAt", "belongs to a DECISION; leave it out");
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

    private static void requireHypothesis(AddFinding command, Known known) {
        if (command.about() == null) {
            throw Invalid.field("/about", "is required for EVIDENCE: the id of the hypothesis it is about");
        }
        if (known.hypothesis() == null || known.hypothesis().kind() != FindingKind.HYPOTHESIS) {
            throw new Refused(
                    Refusal.EVIDENCE_WITHOUT_HYPOTHESIS,
                    "%s is not a hypothesis of %s".formatted(command.about(), command.incidentId()),
                    Map.of("incidentId", command.incidentId(), "about", command.about()));
        }
    }

    private static void requireNotAbout(AddFinding command) {
        if (command.about() != null || command.supports() != null) {
            throw Invalid.field(
                    command.about() != null ? "/about" : "/supports", "belongs to EVIDENCE; leave it out");
        }
    }
}
