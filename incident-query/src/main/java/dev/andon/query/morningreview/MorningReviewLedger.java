package dev.andon.query.morningreview;

import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.ProblemStatus;
import dev.andon.query.actionitems.ActionItemLedger;
import dev.andon.query.chronicles.Chronicles;
import dev.andon.query.chronicles.Kind;
import dev.andon.query.followup.ActionItem;
import dev.andon.query.followup.FollowUp;
import dev.andon.query.followup.FollowUps;
import dev.andon.query.followup.PostmortemState;
import dev.andon.query.http.Period;
import dev.andon.query.incidents.Incident;
import dev.andon.query.incidents.IncidentBrief;
import dev.andon.query.incidents.Incidents;
import dev.andon.query.operationsreviews.HeldReview;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.recurringproblems.Problem;
import dev.andon.query.recurringproblems.ProblemLedger;
import dev.andon.query.servicelevels.ServiceLevelLedger;
import dev.andon.query.text.DisplayZone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/** Brings together what the morning meeting looks at. */
final class MorningReviewLedger {

    private static final Duration SOON = Duration.ofDays(7);
    private static final int DAYS_FOR_A_POSTMORTEM = 5;
    private static final Set<IncidentStatus> UNDER_WAY = EnumSet.of(IncidentStatus.OPEN, IncidentStatus.MITIGATED);
    private static final Set<ProblemStatus> UNFIXED = EnumSet.of(
            ProblemStatus.OPEN, ProblemStatus.KNOWN_ERROR, ProblemStatus.RECURRED);

    private final Chronicles chronicles;
    private final FollowUps followUps;
    private final Incidents incidents;
    private final ProblemLedger problems;
    private final ActionItemLedger actionItems;
    private final ServiceLevelLedger serviceLevels;

    MorningReviewLedger(Chronicles chronicles, FollowUps followUps, Incidents incidents, ProblemLedger problems) {
        this.chronicles = chronicles;
        this.followUps = followUps;
        this.incidents = incidents;
        this.problems = problems;
        this.actionItems = new ActionItemLedger(chronicles, followUps);
        this.serviceLevels = new ServiceLevelLedger(chronicles, incidents);
    }

    /** What is asked about: a day, as it is seen from a viewpoint. */
    record Day(LocalDate date, DisplayZone zone, Viewpoint viewpoint) {

        Instant begins() {
            return zone.startOf(date);
        }

        Instant ends() {
            return zone.startOf(date.plusDays(1));
        }
    }

    Mono<MorningReview> of(Day day) {
        Viewpoint viewpoint = day.viewpoint();
        var declared = incidents.declared(new Period(day.begins(), day.ends()), viewpoint)
                .filter(incident -> !incident.drill())
                .map(IncidentBrief::of)
                .collectList();
        var open = incidents.inStatus(UNDER_WAY, viewpoint)
                .filter(incident -> !incident.drill())
                .sort(Comparator.comparing(Incident::severity).thenComparing(Incident::declaredAt))
                .map(IncidentBrief::of)
                .collectList();
        var unfixed = problems.all(viewpoint).filter(problem -> UNFIXED.contains(problem.status()))
                .map(MorningReviewLedger::brief)
                .collectList();
        var items = actionItems.open(viewpoint)
                .sort(Comparator.comparing(ActionItem::dueAt, Comparator.nullsLast(Comparator.naturalOrder())))
                .collectList();
        var pending = followUps.pending(viewpoint).collectList();
        var levels = serviceLevels.between(
                day.zone().startOf(day.date().withDayOfMonth(1)), day.ends(), null, viewpoint);
        var last = chronicles.all(Kind.OPERATIONS_REVIEWS, viewpoint)
                .map(HeldReview::of)
                .filter(review -> review.date().isBefore(day.date()))
                .collectList()
                .map(held -> held.stream()
                        .max(Comparator.comparing(HeldReview::date).thenComparing(HeldReview::heldAt)));
        return Mono.zip(declared, open, unfixed, items, pending, levels, last)
                .map(found -> new MorningReview(
                        day.date(), day.begins(), day.ends(), viewpoint.now(), viewpoint.position(), found.getT1(),
                        found.getT1().stream().filter(IncidentBrief::detectionGap).toList(), found.getT2(),
                        found.getT3(), unowned(found.getT2(), found.getT4(), found.getT5()),
                        those(found.getT4(), item -> Boolean.TRUE.equals(item.overdue())),
                        those(found.getT4(), item -> isDueSoon(item, viewpoint.now())),
                        found.getT5().stream().flatMap(followUp -> due(followUp, day).stream())
                                .sorted(Comparator.comparing(MorningReview.PostmortemDue::dueBy))
                                .toList(),
                        found.getT6(), found.getT7().orElse(null)));
    }

    private static MorningReview.OpenProblem brief(Problem problem) {
        return new MorningReview.OpenProblem(
                problem.problemId(), problem.title(), problem.status(), problem.incidents().size(),
                problem.entryId());
    }

    private static MorningReview.Unowned unowned(
            List<IncidentBrief> open, List<ActionItem> items, List<FollowUp> pending) {
        return new MorningReview.Unowned(
                open.stream().filter(incident -> incident.commander() == null).toList(),
                those(items, item -> item.owner() == null),
                pending.stream()
                        .filter(FollowUp::needsPostmortem)
                        .filter(followUp -> followUp.fiveWhys().owner() == null && !followUp.fiveWhys().completed())
                        .map(FollowUp::incidentId)
                        .toList());
    }

    private static List<ActionItem> those(List<ActionItem> items, Predicate<ActionItem> wanted) {
        return items.stream().filter(wanted).toList();
    }

    private static boolean isDueSoon(ActionItem item, Instant now) {
        Instant due = item.dueAt();
        return due != null && !due.isBefore(now) && due.isBefore(now.plus(SOON));
    }

    private static Optional<MorningReview.PostmortemDue> due(FollowUp followUp, Day day) {
        FollowUp.End end = followUp.end();
        PostmortemState postmortem = followUp.postmortem();
        if (!followUp.needsPostmortem() || postmortem.scheduledFor() != null || end == null) {
            return Optional.empty();
        }
        LocalDate dueBy = WorkingDays.after(day.zone().dateOf(end.at()), DAYS_FOR_A_POSTMORTEM);
        return Optional.of(new MorningReview.PostmortemDue(
                followUp.incidentId(), followUp.title(), followUp.severity(), end.at(), dueBy,
                day.zone().dateOf(day.viewpoint().now()).isAfter(dueBy), List.of(end.entryId())));
    }
}
