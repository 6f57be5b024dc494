package dev.andon.query.incidents;

import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.IncidentStatus;
import dev.andon.query.text.Wording;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long everything took. Each length says what it is measured from, or why there is none; a negative one is never shown,
 * since nobody can tell what it would mean in an average.
 *
 * <p>The impact starts with the earliest of {@code ImpactRecorded.from} and {@code IncidentDeclared.impactStartedAt}. What
 * was reopened counts to its last mitigation and resolution.
 *
 * @param timeToDetect from the start of the impact to {@code IncidentDeclared}
 * @param timeToAcknowledge from {@code IncidentDeclared} to the first response by anybody: the earliest {@code RoleAssigned},
 *     {@code FindingAdded}, {@code MitigationApplied}, {@code RollbackStarted} or {@code RunbookStepExecuted} that is not
 *     older than the declaration, nor what somebody saw who pressed the panic button. A role alone would not do: small teams
 *     write down what they see before they hand out roles
 * @param timeToMitigate from the start of the impact to when customers were no longer hurt, or hurt less: the first
 *     {@code IncidentMitigated} since the last {@code IncidentReopened}; without one, {@code IncidentResolved.impactEndedAt},
 *     else the end of the last impact window, else {@code IncidentResolved}. That a mitigation or a rollback worked says
 *     what an act did, not how customers are, so it does not count by itself
 * @param timeToResolve from the start of the impact to the last {@code IncidentResolved}
 */
public record Durations(Figure timeToDetect, Figure timeToAcknowledge, Figure timeToMitigate, Figure timeToResolve) {

    private static final String START = "start of the impact";
    private static final String DECLARATION = "declaration";
    private static final String WRONG = "one of the two is wrong, so correct it";
    private static final String FOUND_EARLY = "it was found before it hurt anybody, or one of the two is wrong";

    static Durations between(Milestones milestones, IncidentStatus status, DetectionSource source) {
        Milestone impact = milestones.impactStarted();
        Milestone declared = milestones.declared();
        return new Durations(
                source == DetectionSource.PREDICTION && impact != null && declared.at().isBefore(impact.at())
                        ? predicted(impact, declared)
                        : length(START, impact, DECLARATION, declared, status, FOUND_EARLY),
                length(DECLARATION, declared, "first response", milestones.responded(), status, WRONG),
                length(START, impact, "mitigation", milestones.mitigated(), status, WRONG),
                length(START, impact, "resolution", milestones.resolved(), status, WRONG));
    }

    private static Figure length(
            String start, @Nullable Milestone from, String end, @Nullable Milestone to, IncidentStatus status,
            String backwards) {
        if (from == null || to == null) {
            return missing(from == null ? start : end, status, Stream.of(from, to).flatMap(Stream::ofNullable)
                    .flatMap(known -> known.entryIds().stream()).toList());
        }
        if (to.at().isBefore(from.at())) {
            return new Figure(
                    Figure.State.INVALID, null,
                    "The %s (%s) came before the %s (%s): %s.".formatted(
                            end, Wording.moment(to.at()), start, Wording.moment(from.at()), backwards),
                    from.entryIdsTo(to));
        }
        return new Figure(
                Figure.State.RECORDED, Duration.between(from.at(), to.at()),
                "From the %s (%s) to the %s (%s).".formatted(
                        start, Wording.moment(from.at()), end, Wording.moment(to.at())),
                from.entryIdsTo(to));
    }

    private static Figure missing(String milestone, IncidentStatus status, List<Long> entryIds) {
        String unrecorded = "no %s is recorded".formatted(milestone);
        return switch (status) {
            case OPEN, MITIGATED, RESOLVED ->
                new Figure(Figure.State.PENDING, null, Wording.capitalised(unrecorded) + " yet.", entryIds);
            case CLOSED -> none("It is closed, and %s.".formatted(unrecorded), entryIds);
            case FALSE_ALARM -> none("It was a false alarm, and %s.".formatted(unrecorded), entryIds);
            case MERGED -> none("It goes on in another incident, and %s here.".formatted(unrecorded), entryIds);
        };
    }

    /** What was seen coming was found before there was anything to find. */
    private static Figure predicted(Milestone impact, Milestone declared) {
        return none(
                "It was predicted, %s before customers were hurt.".formatted(
                        Wording.duration(Duration.between(declared.at(), impact.at()))),
                declared.entryIdsTo(impact));
    }

    private static Figure none(String reason, List<Long> entryIds) {
        return new Figure(Figure.State.NOT_APPLICABLE, null, reason, entryIds);
    }
}
