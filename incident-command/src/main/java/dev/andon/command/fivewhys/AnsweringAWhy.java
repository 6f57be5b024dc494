package dev.andon.command.fivewhys;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.IdentifierTaken;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.command.decision.Rule;
import dev.andon.command.finding.KnownFindings;
import dev.andon.kernel.AnswerId;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.command.AnswerWhy;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.WhyAnswered;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** An answer digs into an answer, and cites findings, of the same incident: the tree of whys never points elsewhere. */
public final class AnsweringAWhy implements Rule<AnswerWhy, AnsweringAWhy.Known> {

    /**
     * What the decision depends on.
     *
     * @param answers the one that has the new identifier already and the one it digs into, if they are there
     * @param findings those of the cited ones that are there
     */
    public record Known(FiveWhysLife fiveWhys, Set<AnswerId> answers, Set<FindingId> findings) {}

    @Override
    public Class<AnswerWhy> command() {
        return AnswerWhy.class;
    }

    @Override
    public DecisionModel<Known> knowledgeFor(AnswerWhy command) {
        IncidentId incidentId = command.incidentId();
        return FiveWhysLife.of(incidentId)
                .and(
                        KnownAnswers.of(incidentId, command.answerId(), command.under()),
                        KnownFindings.of(incidentId, command.cites()),
                        (fiveWhys, answers, findings) -> new Known(fiveWhys, answers, findings.keySet()));
    }

    @Override
    public List<Event> decide(AnswerWhy command, Known known, Circumstances circumstances) {
        known.fiveWhys().requireGoesOn();
        if (known.answers().contains(command.answerId())) {
            throw new IdentifierTaken(command.answerId());
        }
        KnownAnswers.requireAnswer(command.incidentId(), command.under(), known.answers());
        requireFindings(command, known.findings());
        return List.of(new WhyAnswered(
                command.incidentId(),
                command.answerId(),
                command.question(),
                command.answer(),
                command.under(),
                command.cites(),
                circumstances.now()));
    }

    private static void requireFindings(AnswerWhy command, Set<FindingId> known) {
        List<FindingId> missing = command.cites().stream().filter(cited -> !known.contains(cited)).distinct().toList();
        if (!missing.isEmpty()) {
            throw new Refused(
                    Refusal.FINDINGS_NOT_IN_INCIDENT,
                    missing.stream().map(FindingId::value).collect(
                            Collectors.joining(", ", command.incidentId() + " has no finding ", "")),
                    Map.of("incidentId", command.incidentId(), "missing", missing));
        }
    }
}
