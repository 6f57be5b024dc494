package dev.andon.command.finding;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.NotFound;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.command.decision.Rule;
import dev.andon.command.incident.Act;
import dev.andon.command.incident.IncidentLife;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.Tag;
import dev.andon.kernel.Verdict;
import dev.andon.kernel.command.AssessHypothesis;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.HypothesisAssessed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Only a hypothesis gets a verdict, and only one that is news. */
public final class AssessingAHypothesis implements Rule<AssessHypothesis, AssessingAHypothesis.Known> {

    /** What the decision depends on. */
    public record Known(IncidentLife incident, Optional<FindingKind> kind, Optional<Verdict> verdict) {}

    @Override
    public Class<AssessHypothesis> command() {
        return AssessHypothesis.class;
    }

    @Override
    public DecisionModel<Known> knowledgeFor(AssessHypothesis command) {
        Set<Tag> finding = Tag.of(command.incidentId(), command.findingId());
        return IncidentLife.of(command.incidentId()).and(kindOf(finding), verdictOn(finding), Known::new);
    }

    private static DecisionModel<Optional<FindingKind>> kindOf(Set<Tag> finding) {
        return DecisionModel.startingWith(Optional.<FindingKind>empty())
                .on(finding, FindingAdded.class, (_, added) -> Optional.of(added.kind()));
    }

    private static DecisionModel<Optional<Verdict>> verdictOn(Set<Tag> finding) {
        return DecisionModel.startingWith(Optional.<Verdict>empty())
                .on(finding, HypothesisAssessed.class, (_, assessed) -> Optional.of(assessed.verdict()));
    }

    @Override
    public List<Event> decide(AssessHypothesis command, Known known, Circumstances circumstances) {
        known.incident().requireOpenTo(Act.RESPOND);
        FindingKind kind = known.kind().orElseThrow(() -> new NotFound("finding", command.findingId()));
        if (kind != FindingKind.HYPOTHESIS) {
            throw new Refused(
                    Refusal.NOT_A_HYPOTHESIS,
                    "%s is of kind %s".formatted(command.findingId(), kind),
                    Map.of("incidentId", command.incidentId(), "findingId", command.findingId(), "kind", kind));
        }
        if (known.verdict().filter(command.verdict()::equals).isPresent()) {
            throw new Refused(
                    Refusal.VERDICT_UNCHANGED,
                    "%s is %s already".formatted(command.findingId(), command.verdict()),
                    Map.of(
                            "incidentId", command.incidentId(),
                            "findingId", command.findingId(),
                            "verdict", command.verdict()));
        }
        return List.of(new HypothesisAssessed(
                command.incidentId(),
                command.findingId(),
                command.verdict(),
                command.reason(),
                circumstances.orNow(command.occurredAt())));
    }
}
