package dev.andon.query.incidents;

import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentEvent;
import dev.andon.kernel.event.IncidentMitigated;
import dev.andon.kernel.event.IncidentReopened;
import dev.andon.kernel.event.IncidentResolved;
import dev.andon.kernel.event.MitigationApplied;
import dev.andon.kernel.event.PanicButtonPressed;
import dev.andon.kernel.event.RoleAssigned;
import dev.andon.kernel.event.RollbackStarted;
import dev.andon.kernel.event.RunbookStepExecuted;
import dev.andon.query.timeline.Timeline;
import dev.andon.query.timeline.TimelineEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The moments that {@link Durations} lie between. */
public record Milestones(
        Instant declaredAt,
        @Nullable Instant impactStartedAt,
        @Nullable Instant respondedAt,
        @Nullable Instant mitigatedAt,
        @Nullable Instant resolvedAt) {

    static Milestones of(
            Timeline timeline, IncidentDeclared declared, Impact impact, @Nullable IncidentResolved resolved) {
        Instant resolvedAt = resolved == null ? null : resolved.occurredAt();
        return new Milestones(
                declared.occurredAt(),
                Stream.concat(
                        Stream.ofNullable(declared.impactStartedAt()),
                        impact.windows().stream().map(Impact.Window::from))
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                firstResponse(timeline, declared.occurredAt()),
                mitigated(timeline, impact, resolved),
                resolvedAt);
    }

    private static @Nullable Instant firstResponse(Timeline timeline, Instant declaredAt) {
        List<Class<? extends IncidentEvent>> responses = List.of(
                RoleAssigned.class, FindingAdded.class, MitigationApplied.class, RollbackStarted.class,
                RunbookStepExecuted.class);
        List<TimelineEntry<PanicButtonPressed>> pressed = timeline.of(PanicButtonPressed.class);
        return responses.stream()
                .flatMap(type -> timeline.standing(type).stream())
                .filter(entry -> pressed.stream().noneMatch(call -> isCallForHelp(entry.event(), call.event())))
                .map(TimelineEntry::occurredAt)
                .filter(happened -> !happened.isBefore(declaredAt))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Whether this is what somebody saw who pressed the panic button. */
    static boolean isCallForHelp(IncidentEvent event, IncidentEvent other) {
        return event instanceof FindingAdded finding
                && other instanceof PanicButtonPressed pressed
                && finding.findingId().equals(pressed.findingId());
    }

    private static @Nullable Instant mitigated(
            Timeline timeline, Impact impact, @Nullable IncidentResolved resolved) {
        long reopened = timeline.standing(IncidentReopened.class).stream()
                .mapToLong(TimelineEntry::id)
                .max()
                .orElse(0);
        return timeline.standing(IncidentMitigated.class).stream()
                .filter(entry -> entry.id() > reopened)
                .map(TimelineEntry::occurredAt)
                .findFirst()
                .orElseGet(() -> endOf(impact, resolved));
    }

    private static @Nullable Instant endOf(Impact impact, @Nullable IncidentResolved resolved) {
        if (resolved == null) {
            return null;
        }
        if (resolved.impactEndedAt() != null) {
            return resolved.impactEndedAt();
        }
        Instant lastWindowEnded = impact.end();
        return lastWindowEnded == null ? resolved.occurredAt() : lastWindowEnded;
    }
}
