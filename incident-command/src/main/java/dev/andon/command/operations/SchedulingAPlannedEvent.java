package dev.andon.command.operations;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.IdentifierTaken;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.ReadinessCheckId;
import dev.andon.kernel.Tag;
import dev.andon.kernel.command.SchedulePlannedEvent;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.PlannedEventScheduled;
import dev.andon.kernel.event.ReadinessCheckOpened;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A planned event ends after it begins. A readiness check that it names is one that was opened. */
public final class SchedulingAPlannedEvent implements Rule<SchedulePlannedEvent, SchedulingAPlannedEvent.Known> {

    /** What the decision depends on. */
    public record Known(boolean idTaken, boolean readinessCheckOpened) {}

    @Override
    public Class<SchedulePlannedEvent> command() {
        return SchedulePlannedEvent.class;
    }

    @Override
    public DecisionModel<Known> knowledgeFor(SchedulePlannedEvent command) {
        return DecisionModel.whether(Tag.of(command.plannedEventId()), PlannedEventScheduled.class)
                .and(opened(command.readinessCheckId()), Known::new);
    }

    private static DecisionModel<Boolean> opened(@Nullable ReadinessCheckId readinessCheckId) {
        return readinessCheckId == null
                ? DecisionModel.startingWith(true)
                : DecisionModel.whether(Tag.of(readinessCheckId), ReadinessCheckOpened.class);
    }

    @Override
    public List<Event> decide(SchedulePlannedEvent command, Known known, Circumstances circumstances) {
        Period.requireInOrder(command.from(), command.to());
        if (!known.readinessCheckOpened()) {
            ReadinessCheckId readinessCheckId = Objects.requireNonNull(command.readinessCheckId());
            throw new Refused(
                    Refusal.READINESS_CHECK_NOT_OPENED,
                    "There is no readiness check %s".formatted(readinessCheckId),
                    Map.of("readinessCheckId", readinessCheckId));
        }
        if (known.idTaken()) {
            throw new IdentifierTaken(command.plannedEventId());
        }
        return List.of(new PlannedEventScheduled(
                command.plannedEventId(),
                command.title(),
                command.from(),
                command.to(),
                command.expectedLoad(),
                command.services(),
                command.contacts(),
                command.readinessCheckId(),
                circumstances.now()));
    }
}
