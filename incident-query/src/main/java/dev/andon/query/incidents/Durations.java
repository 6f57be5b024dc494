package dev.andon.query.incidents;

import dev.andon.query.text.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long everything took. A length that cannot be computed is left out, and {@code notes} says which and why; a negative
 * one is never shown, since nobody can tell what it would mean in an average.
 *
 * <p>The impact starts with the earliest of {@code ImpactRecorded.from} and {@code IncidentDeclared.impactStartedAt}. What
 * was reopened counts to its last mitigation and resolution.
 *
 * @param timeToDetect from the start of the impact to {@code IncidentDeclared}
 * @param timeToAcknowledge from {@code IncidentDeclared} to the first response by anybody: the earliest {@code RoleAssigned},
 *     {@code FindingAdded}, {@code MitigationApplied}, {@code RollbackStarted} or {@code RunbookStepExecuted} that is not
 *     older than the declaration, nor what somebody saw who pressed the panic button. A role alone would not do: small teams write down what they see before they hand out
 *     roles
 * @param timeToMitigate from the start of the impact to when customers were no longer hurt, or hurt less: the first
 *     {@code IncidentMitigated} since the last {@code IncidentReopened}; without one, {@code IncidentResolved.impactEndedAt},
 *     else the end of the last impact window, else {@code IncidentResolved}. That a mitigation or a rollback worked says
 *     what an act did, not how customers are, so it does not count by itself
 * @param timeToResolve from the start of the impact to the last {@code IncidentResolved}
 */
public record Durations(
        @Nullable Duration timeToDetect,
        @Nullable Duration timeToAcknowledge,
        @Nullable Duration timeToMitigate,
        @Nullable Duration timeToResolve,
        @Nullable List<Note> notes) {

    /** Why a length of time is missing. */
    public record Note(String duration, String detail) {}

    static Durations between(Milestones milestones) {
        var notes = new ArrayList<Note>();
        Instant impact = milestones.impactStartedAt();
        return new Durations(
                length("timeToDetect", "start of the impact", impact, "declaration", milestones.declaredAt(), notes),
                length(
                        "timeToAcknowledge", "declaration", milestones.declaredAt(), "first response",
                        milestones.respondedAt(), notes),
                length("timeToMitigate", "start of the impact", impact, "mitigation", milestones.mitigatedAt(), notes),
                length("timeToResolve", "start of the impact", impact, "resolution", milestones.resolvedAt(), notes),
                notes.isEmpty() ? null : List.copyOf(notes));
    }

    private static @Nullable Duration length(
            String name, String start, @Nullable Instant from, String end, @Nullable Instant to, List<Note> notes) {
        if (from == null || to == null) {
            notes.add(new Note(name, "no %s recorded yet".formatted(from == null ? start : end)));
            return null;
        }
        if (to.isBefore(from)) {
            notes.add(new Note(name, "the %s (%s) came before the %s (%s)"
                    .formatted(end, Wording.moment(to), start, Wording.moment(from))));
            return null;
        }
        return Duration.between(from, to);
    }
}
