package dev.andon.query.recurringproblems;

import dev.andon.kernel.ActionItemKind;
import dev.andon.kernel.IncidentId;
import dev.andon.query.followup.ActionItem;
import dev.andon.query.followup.FollowUpDocument;
import dev.andon.query.http.Period;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.recurringproblems.BrokenPromise.CameBack;
import dev.andon.query.recurringproblems.BrokenPromise.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds work that one incident led to, and that did not keep the next one of the same problem away. What the work was like is
 * asked of the moment when the problem came back: whoever has since done it was late all the same.
 */
final class BrokenPromises {

    private final Map<IncidentId, FollowUpDocument> followUps;
    private final Period period;
    private final Viewpoint viewpoint;

    /** @param period when the problem came back */
    BrokenPromises(Map<IncidentId, FollowUpDocument> followUps, Period period, Viewpoint viewpoint) {
        this.followUps = followUps;
        this.period = period;
        this.viewpoint = viewpoint;
    }

    /** @param problem with all the incidents that it caused, whenever they were */
    List<BrokenPromise> of(Problem problem) {
        var broken = new ArrayList<BrokenPromise>();
        List<Problem.Failure> failures = problem.incidents();
        for (int index = 0; index < failures.size() - 1; index++) {
            FollowUpDocument document = followUps.get(failures.get(index).incidentId());
            if (document != null) {
                List<Problem.Failure> later = failures.subList(index + 1, failures.size());
                IncidentId earlier = failures.get(index).incidentId();
                ActionItem.in(document.at(viewpoint)).stream()
                        .filter(item -> item.incidentId().equals(earlier))
                        .forEach(item -> broken.addAll(of(problem, item, document, later)));
            }
        }
        return broken;
    }

    private List<BrokenPromise> of(
            Problem problem, ActionItem item, FollowUpDocument document, List<Problem.Failure> later) {
        Map<Kind, List<CameBack>> cameBack = new EnumMap<>(Kind.class);
        for (Problem.Failure failure : later) {
            Kind kind = kindAt(failure.startedAt(), item);
            if (kind != null && period.contains(failure.startedAt())) {
                cameBack.computeIfAbsent(kind, _ -> new ArrayList<>())
                        .add(new CameBack(failure.incidentId(), failure.startedAt()));
            }
        }
        return cameBack.entrySet().stream()
                .map(each -> broken(problem, each.getKey(), item, document, each.getValue()))
                .toList();
    }

    /** Nothing if it was no promise that it would not happen again: to see it sooner is not to prevent it. */
    private static @Nullable Kind kindAt(Instant moment, ActionItem item) {
        if (!item.proposedAt().isBefore(moment)) {
            return null;
        }
        Instant endedAt = item.endedAt();
        if (endedAt == null || endedAt.isAfter(moment)) {
            return Kind.STILL_OPEN;
        }
        return switch (item.status()) {
            case CANCELLED -> Kind.GIVEN_UP;
            case COMPLETED -> prevents(item.kind()) ? Kind.DONE_AND_YET : null;
            case OPEN -> throw new IllegalStateException("Open work has not ended: " + item.actionItemId());
        };
    }

    private static boolean prevents(ActionItemKind kind) {
        return switch (kind) {
            case PREVENT, PROCESS -> true;
            case DETECT, MITIGATE -> false;
        };
    }

    private BrokenPromise broken(
            Problem problem, Kind kind, ActionItem item, FollowUpDocument document, List<CameBack> cameBack) {
        Instant moment = cameBack.getFirst().startedAt();
        ActionItem then = at(moment, item, document).orElse(item);
        Instant dueAt = then.dueAt();
        return new BrokenPromise(
                problem.problemId(), kind, item.actionItemId(), then.title(), item.kind(), then.owner(), dueAt,
                kind == Kind.STILL_OPEN && dueAt != null && dueAt.isBefore(moment), item.proposedAt(),
                kind == Kind.STILL_OPEN ? null : item.endedAt(), item.incidentId(), cameBack, item.entryIds());
    }

    private Optional<ActionItem> at(Instant moment, ActionItem item, FollowUpDocument document) {
        return ActionItem.in(document.at(new Viewpoint(viewpoint.position(), moment, moment))).stream()
                .filter(then -> then.actionItemId().equals(item.actionItemId()))
                .findFirst();
    }
}
