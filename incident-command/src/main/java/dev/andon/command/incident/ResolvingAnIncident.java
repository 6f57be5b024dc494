package dev.andon.command.incident;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Invalid;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.command.ResolveIncident;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentResolved;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An incident is resolved once, whether or not it was mitigated first. */
public final class ResolvingAnIncident implements Rule<ResolveIncident, ResolvingAnIncident.Known> {

    /** What the decision depends on. */
    public record Known(IncidentLife incident, Optional<Instant> impactStartedAt) {}

    @Override
    public Class<ResolveIncident> command() {
        return ResolveIncident.class;
    }

    @Override
    public DecisionModel<Known> knowledgeFor(ResolveIncident command) {
        return IncidentLife.of(command.incidentId()).and(startOfImpact(command.incidentId()), Known::new);
    }

    private static DecisionModel<Optional<Instant>> startOfImpact(IncidentId incidentId) {
        return DecisionModel.startingWith(Optional.<Instant>empty())
                .on(incidentId.tag(), IncidentDeclared.class,
                        (_, declared) -> Optional.ofNullable(declared.impactStartedAt()));
    }

    @Override
    public List<Event> decide(ResolveIncident command, Known known, Circumstances circumstances) {
        known.incident().requireOpenTo(Act.RESOLVE);
        known.impactStartedAt().ifPresent(startedAt -> requireNotBefore(startedAt, command.impactEndedAt()));
        return List.of(new IncidentResolved(
                command.incidentId(),
                command.summary(),
                command.impactEndedAt(),
                circumstances.orNow(command.occurredAt())));
    }

    private static void requireNotBefore(Instant startedAt, @Nullable Instant endedAt) {
        if (endedAt != null && endedAt.isBefore(startedAt)) {
            throw Invalid.field("/impactEndedAt", "is before the impact started, %s".formatted(startedAt));
        }
    }
}
