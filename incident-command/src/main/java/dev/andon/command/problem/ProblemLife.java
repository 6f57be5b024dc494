package dev.andon.command.problem;

import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Knowledge;
import dev.andon.command.decision.NotFound;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.command.incident.IncidentLife;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.ProblemStatus;
import dev.andon.kernel.Tag;
import dev.andon.kernel.event.IncidentLinkedToProblem;
import dev.andon.kernel.event.ProblemFixVerified;
import dev.andon.kernel.event.ProblemFixed;
import dev.andon.kernel.event.ProblemOpened;
import dev.andon.kernel.event.ProblemRecurred;
import dev.andon.kernel.event.WorkaroundDocumented;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where one problem is in its life. It has recurred as long as an incident that says so is linked to it: if the link was a
 * mistake, or the alarm was false, so was the recurrence, and the fix holds as it did before. Otherwise a slip in a chat, or
 * a drill that was linked to practise it, would leave a fix refuted for good.
 *
 * @param status null if it was never opened
 * @param fixedAt when it was fixed last
 * @param fixed what it was before it recurred
 * @param linked the entries by which incidents were ever linked to it
 * @param refuting those of them that say so if it recurred: what was linked since it was fixed last, or goes on since
 */
record ProblemLife(
        ProblemId problemId,
        @Nullable ProblemStatus status,
        @Nullable Instant fixedAt,
        @Nullable ProblemStatus fixed,
        Map<Long, IncidentId> linked,
        Map<Long, IncidentId> refuting) {

    static Knowledge<ProblemLife> of(ProblemId problemId) {
        Tag problem = problemId.tag();
        return DecisionModel.startingWith(new ProblemLife(problemId, null, null, null, Map.of(), Map.of()))
                .on(problem, ProblemOpened.class, (life, _) -> life.with(ProblemStatus.OPEN))
                .on(problem, WorkaroundDocumented.class, (life, _) -> life.workedAround())
                .on(problem, ProblemFixed.class, (life, fix) -> new ProblemLife(
                        problemId, ProblemStatus.FIXED, fix.occurredAt(), null, life.linked(), Map.of()))
                .on(problem, ProblemFixVerified.class, (life, _) -> new ProblemLife(
                        problemId, ProblemStatus.VERIFIED, life.fixedAt(), null, life.linked(), life.refuting()))
                .onEntry(Set.of(problem), IncidentLinkedToProblem.class, ProblemLife::linkedBy)
                .on(problem, ProblemRecurred.class, ProblemLife::recurred)
                .then(ProblemLife::withoutMistakes);
    }

    private ProblemLife with(ProblemStatus next) {
        return new ProblemLife(problemId, next, fixedAt, fixed, linked, refuting);
    }

    private ProblemLife linkedBy(IncidentLinkedToProblem link, long entryId) {
        Map<Long, IncidentId> one = Map.of(entryId, link.incidentId());
        return new ProblemLife(problemId, status, fixedAt, fixed, both(linked, one), both(refuting, one));
    }

    private ProblemLife recurred(ProblemRecurred recurrence) {
        var itsLinks = new LinkedHashMap<>(linked);
        itsLinks.values().removeIf(incidentId -> !incidentId.equals(recurrence.incidentId()));
        return new ProblemLife(
                problemId, ProblemStatus.RECURRED, fixedAt, recurrence.was(), linked, both(refuting, itsLinks));
    }

    private static Map<Long, IncidentId> both(Map<Long, IncidentId> some, Map<Long, IncidentId> others) {
        var both = new LinkedHashMap<>(some);
        both.putAll(others);
        return both;
    }

    /** Of what was linked, only a failure that is still said to be one keeps the fix refuted. */
    private Knowledge<ProblemLife> withoutMistakes() {
        if (status != ProblemStatus.RECURRED || refuting.isEmpty()) {
            return DecisionModel.startingWith(this);
        }
        return DecisionModel.ofEach(refuting.values().stream().distinct().map(IncidentLife::of).toList())
                .then(lives -> refutedBy(lives.stream()
                        .filter(IncidentLife::isFailure)
                        .map(IncidentLife::incidentId)
                        .collect(Collectors.toSet())));
    }

    private Knowledge<ProblemLife> refutedBy(Set<IncidentId> failures) {
        var standing = new LinkedHashMap<>(refuting);
        standing.values().retainAll(failures);
        return DecisionModel.whetherAllStruckOut(standing)
                .alongside(DecisionModel.nothing(), (allStruckOut, _) -> allStruckOut
                        ? with(Objects.requireNonNull(fixed))
                        : this);
    }

    /** A way to live with a recurrence does not make it less of one. */
    private ProblemLife workedAround() {
        return status == ProblemStatus.OPEN ? with(ProblemStatus.KNOWN_ERROR) : this;
    }

    /** The status of a problem that was opened; refuses any other as not found. */
    ProblemStatus requireOpened() {
        if (status == null) {
            throw new NotFound("problem", problemId);
        }
        return status;
    }

    /**
     * The recurrence that is to be recorded when an incident that is linked to it turns out to be a failure that goes on. There
     * is none if the problem was not fixed, or if it recurred by this incident before, which needs not be said again.
     */
    Optional<ProblemRecurred> recurrenceBy(IncidentId incidentId, Instant occurredAt) {
        return switch (requireOpened()) {
            case OPEN, KNOWN_ERROR, RECURRED -> Optional.empty();
            case FIXED, VERIFIED -> fixed != null && refuting.containsValue(incidentId)
                    ? Optional.empty()
                    : Optional.of(new ProblemRecurred(
                            problemId, incidentId, requireOpened(), Objects.requireNonNull(fixedAt), occurredAt));
        };
    }

    /** A refusal for which the problem's status is the reason. */
    Refused refused(Refusal refusal) {
        ProblemStatus present = requireOpened();
        return new Refused(
                refusal,
                "%s is %s".formatted(problemId, present),
                Map.of("problemId", problemId, "status", present));
    }
}
