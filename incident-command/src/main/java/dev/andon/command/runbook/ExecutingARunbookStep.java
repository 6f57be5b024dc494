package dev.andon.command.runbook;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.command.decision.Rule;
import dev.andon.command.incident.Act;
import dev.andon.command.incident.IncidentLife;
import dev.andon.kernel.command.ExecuteRunbookStep;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.RunbookPublished;
import dev.andon.kernel.event.RunbookStepExecuted;
import java.util.List;
import java.util.Map;

/** A step that was executed is one that its runbook has, in the version that was followed; a step may be repeated. */
public final class ExecutingARunbookStep implements Rule<ExecuteRunbookStep, ExecutingARunbookStep.Known> {

    /** What the decision depends on. */
    public record Known(IncidentLife incident, Runbook runbook) {}

    @Override
    public Class<ExecuteRunbookStep> command() {
        return ExecuteRunbookStep.class;
    }

    @Override
    public DecisionModel<Known> knowledgeFor(ExecuteRunbookStep command) {
        return IncidentLife.of(command.incidentId()).and(Runbook.of(command.runbookId()), Known::new);
    }

    @Override
    public List<Event> decide(ExecuteRunbookStep command, Known known, Circumstances circumstances) {
        known.incident().requireOpenTo(Act.RESPOND);
        RunbookPublished followed = followed(command, known.runbook());
        if (command.step() > followed.steps().size()) {
            throw new Refused(
                    Refusal.RUNBOOK_STEP_MISSING,
                    "Version %d of %s has %d steps".formatted(
                            followed.version(), command.runbookId(), followed.steps().size()),
                    Map.of(
                            "incidentId", command.incidentId(),
                            "runbookId", command.runbookId(),
                            "version", followed.version(),
                            "steps", followed.steps().size()));
        }
        return List.of(new RunbookStepExecuted(
                command.incidentId(),
                command.runbookId(),
                followed.version(),
                command.step(),
                followed.name(),
                followed.steps().get(command.step() - 1),
                command.note(),
                circumstances.orNow(command.occurredAt())));
    }

    private static RunbookPublished followed(ExecuteRunbookStep command, Runbook runbook) {
        if (!runbook.isPublished()) {
            throw new Refused(
                    Refusal.RUNBOOK_NOT_PUBLISHED,
                    "There is no runbook %s".formatted(command.runbookId()),
                    Map.of("incidentId", command.incidentId(), "runbookId", command.runbookId()));
        }
        RunbookPublished latest = runbook.latest();
        return command.version() == null
                ? latest
                : runbook.version(command.version()).orElseThrow(() -> new Refused(
                        Refusal.RUNBOOK_VERSION_MISSING,
                        "The latest version of %s is %d".formatted(command.runbookId(), latest.version()),
                        Map.of(
                                "incidentId", command.incidentId(),
                                "runbookId", command.runbookId(),
                                "version", latest.version())));
    }
}
