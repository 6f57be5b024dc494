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
record Milestones(
        Milestone declared,
        @Nullable Milestone impactStarted,
        @Nullable Milestone responded,
        @Nullable Milestone mitigated,
        @Nullable Milestone resolved) {

    static Milestones of(
            Timeline timeline, TimelineEntry<IncidentDeclared> declared, Impact impact,
            @Nullable TimelineEntry<IncidentResolved> resolved) {
        return new Milestones(
                Milestone.of(declared),
                impactStarted(declared, impact),
                firstResponse(timeline, declared.occurredAt()),
                mitigated(timeline, impact, resolved),
                resolved == null ? null : Milestone.of(resolved));
    }

    static @Nullable Instant timeOf(@Nullable Milestone milestone) {
        return milestone == null ? null : milestone.at();
    }

    private static @Nullable Milestone impactStarted(TimelineEntry<IncidentDeclared> declared, Impact impact) {
        return Stream.concat(
                Stream.ofNullable(declared.event().impactStartedAt()).map(at -> Milestone.at(at, declared)),
                impact.windows().stream().map(window -> new Milestone(window.from(), window.entryIds())))
                .min(Comparator.comparing(Milestone::at))
                .orElse(null);
    }

    private static @Nullable Milestone firstResponse(Timeline timeline, Instant declaredAt) {
        List<Class<? extends IncidentEvent>> responses = List.of(
                RoleAssigned.class, FindingAdded.class, MitigationApplied.class, RollbackStarted.class,
                RunbookStepExecuted.class);
        List<TimelineEntry<PanicButtonPressed>> pressed = timeline.of(PanicButtonPressed.class);
        return responses.stream()
                .flatMap(type -> timeline.standing(type).stream())
                .filter(entry -> pressed.stream().noneMatch(call -> isCallForHelp(entry.event(), call.event())))
                .filter(entry -> !entry.occurredAt().isBefore(declaredAt))
                .map(Milestone::of)
                .min(Comparator.comparing(Milestone::at))
                .orElse(null);
    }

    /** Whether this is what somebody saw who pressed the panic button. */
    static boolean isCallForHelp(IncidentEvent event, IncidentEvent other) {
        return event instanceof FindingAdded finding
                && other instanceof PanicButtonPressed pressed
                && finding.findingId().equals(pressed.findingId());
    }

    private static @Nullable Milestone mitigated(
            Timeline timeline, Impact impact, @Nullable TimelineEntry<IncidentResolved> resolved) {
        long reopened = timeline.standing(IncidentReopened.class).stream()
                .mapToLong(TimelineEntry::id)
                .max()
                .orElse(0);
        return timeline.standing(IncidentMitigated.class).stream()
                .filter(entry -> entry.id() > reopened)
                .map(Milestone::of)
                .findFirst()
                .orElseGet(() -> endOf(impact, resolved));
    }

    private static @Nullable Milestone endOf(Impact impact, @Nullable TimelineEntry<IncidentResolved> resolved) {
        if (resolved == null) {
            return null;
        }
        Instant saidToHaveEnded = resolved.event().impactEndedAt();
        if (saidToHaveEnded != null) {
            return Milestone.at(saidToHaveEnded, resolved);
        }
        Milestone lastWindowEnded = impact.end();
        return lastWindowEnded == null ? Milestone.of(resolved) : lastWindowEnded;
    }
}
