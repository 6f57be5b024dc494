package dev.andon.command.reopening;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.Knowledge;
import dev.andon.command.decision.Rule;
import dev.andon.command.incident.Act;
import dev.andon.command.incident.IncidentLife;
import dev.andon.command.problem.LinkedProblems;
import dev.andon.kernel.command.ReopenIncident;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.IncidentReopened;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Only what was over can turn out not to be over; so can a false alarm. A problem that it is linked to, and that was thought
 * to be fixed, recurred, and that is recorded at once: otherwise somebody could read that customers are hurt by a problem
 * whose fix holds. A drill goes on as a drill.
 */
public final class ReopeningAnIncident implements Rule<ReopenIncident, ReopeningAnIncident.Known> {

    /** What the decision depends on. */
    public record Known(IncidentLife incident, LinkedProblems problems) {}

    @Override
    public Class<ReopenIncident> command() {
        return ReopenIncident.class;
    }

    @Override
    public Knowledge<Known> knowledgeFor(ReopenIncident command) {
        return IncidentLife.of(command.incidentId()).alongside(LinkedProblems.of(command.incidentId()), Known::new);
    }

    @Override
    public List<Event> decide(ReopenIncident command, Known known, Circumstances circumstances) {
        known.incident().requireOpenTo(Act.REOPEN);
        Instant occurredAt = circumstances.orNow(command.occurredAt());
        return Stream.concat(
                Stream.<Event>of(new IncidentReopened(command.incidentId(), command.reason(), occurredAt)),
                known.incident().drill() ? Stream.empty() : known.problems().recurrences(occurredAt).stream())
                .toList();
    }
}
