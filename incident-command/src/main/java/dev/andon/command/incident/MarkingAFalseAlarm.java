package dev.andon.command.incident;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Knowledge;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.command.MarkFalseAlarm;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.IncidentMarkedFalseAlarm;
import dev.andon.kernel.event.StakeholderUpdatePosted;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * An incident that is not closed may turn out to be none, also after it seemed to go away by itself. Whoever pressed the
 * panic button is told in the same breath: told later, somebody would forget, and they would wait for a word that never
 * comes, or hear from others that they had cried wolf.
 */
public final class MarkingAFalseAlarm implements Rule<MarkFalseAlarm, MarkingAFalseAlarm.Known> {

    /** A boundary has room for some hundreds. */
    private static final int MERGED_INCIDENTS = 100;

    /**
     * What the decision depends on.
     *
     * @param pressers of the panic button, for this incident or for one that was merged into it
     */
    public record Known(IncidentLife incident, List<String> pressers) {}

    private record Alarm(IncidentLife incident, List<IncidentId> takenIn) {}

    @Override
    public Class<MarkFalseAlarm> command() {
        return MarkFalseAlarm.class;
    }

    @Override
    public Knowledge<Known> knowledgeFor(MarkFalseAlarm command) {
        return IncidentLife.of(command.incidentId())
                .and(MergingAnIncident.takenInBy(command.incidentId()), Alarm::new)
                .then(alarm -> Pressers.of(incidentsOf(alarm))
                        .and(DecisionModel.nothing(), (pressers, _) -> new Known(alarm.incident(), pressers)));
    }

    private static List<IncidentId> incidentsOf(Alarm alarm) {
        return Stream.concat(
                Stream.of(alarm.incident().incidentId()), alarm.takenIn().stream().limit(MERGED_INCIDENTS))
                .toList();
    }

    @Override
    public List<Event> decide(MarkFalseAlarm command, Known known, Circumstances circumstances) {
        known.incident().requireOpenTo(Act.MARK_FALSE_ALARM);
        Instant occurredAt = circumstances.orNow(command.occurredAt());
        return Stream.concat(
                Stream.<Event>of(new IncidentMarkedFalseAlarm(
                        command.incidentId(), command.reason(), command.cost(), occurredAt)),
                known.pressers().stream().map(presser -> new StakeholderUpdatePosted(
                        command.incidentId(), presser, Pressers.toldThat(command.reason()), null, null, occurredAt)))
                .toList();
    }
}
