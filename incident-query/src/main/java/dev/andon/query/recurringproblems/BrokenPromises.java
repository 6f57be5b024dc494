package dev.andon.query.recurringproblems;

import dev.andon.kernel.ActionItemKind;
import dev.andon.kernel.IncidentId;
import dev.andon.query.followup.ActionItem;
import dev.andon.query.followup.FollowUp;
import dev.andon.query.http.Period;
import dev.andon.query.readmodel.Cursor;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.Sortable;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.recurringproblems.BrokenPromise.CameBack;
import dev.andon.query.recurringproblems.BrokenPromise.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds work that one incident led to, and that did not keep the next one of the same problem away. What the work was like is
 * asked of the moment when the problem came back: whoever has since done it was late all the same.
 */
final class BrokenPromises {

    private final FollowUpsThen followUps;
    private final Period period;
    private final Viewpoint viewpoint;

    /** What incidents left to be done, as it was at a viewpoint. */
    interface FollowUpsThen {

        Mono<List<FollowUp>> find(List<IncidentId> incidents, Viewpoint viewpoint);
    }

    /** One that was broken; of whom and when it was due, nobody has asked yet. */
    record Promise(Problem problem, Kind kind, ActionItem item, List<CameBack> cameBack) {

        /** The latest is where the problem came back last; of those that it broke together, what was proposed last. */
        Cursor place() {
            return new Cursor(
                    Sortable.instant(cameBack.getLast().startedAt()),
                    DocumentKey.numbered(kind.name(), item.actionItemId().number()));
        }
    }

    /** @param period when the problem came back */
    BrokenPromises(FollowUpsThen followUps, Period period, Viewpoint viewpoint) {
        this.followUps = followUps;
        this.period = period;
        this.viewpoint = viewpoint;
    }

    /** @param problem with all the incidents that it caused, whenever they were */
    Flux<Promise> of(Problem problem) {
        List<Problem.Failure> failures = problem.incidents();
        Map<IncidentId, List<Problem.Failure>> later = new LinkedHashMap<>();
        for (int index = 0; index < failures.size(); index++) {
            List<Problem.Failure> asked = failures.subList(index + 1, failures.size()).stream()
                    .filter(failure -> period.contains(failure.startedAt()))
                    .toList();
            if (!asked.isEmpty()) {
                later.put(failures.get(index).incidentId(), asked);
            }
        }
        return followUps.find(List.copyOf(later.keySet()), viewpoint)
                .flatMapIterable(found -> found)
                .concatMapIterable(earlier -> earlier.actionItems().stream()
                        .filter(item -> item.incidentId().equals(earlier.incidentId()))
                        .flatMap(item -> promises(
                                problem, item, later.getOrDefault(earlier.incidentId(), List.of())).stream())
                        .toList());
    }

    private List<Promise> promises(Problem problem, ActionItem item, List<Problem.Failure> later) {
        Map<Kind, List<CameBack>> cameBack = new EnumMap<>(Kind.class);
        for (Problem.Failure failure : later) {
            Kind kind = kindAt(failure.startedAt(), item);
            if (kind != null) {
                cameBack.computeIfAbsent(kind, _ -> new ArrayList<>())
                        .add(new CameBack(failure.incidentId(), failure.startedAt()));
            }
        }
        return cameBack.entrySet().stream()
                .map(each -> new Promise(problem, each.getKey(), item, each.getValue()))
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

    /** With what it was like when the problem came back. */
    Mono<BrokenPromise> asItWas(Promise promise) {
        Instant moment = promise.cameBack().getFirst().startedAt();
        ActionItem item = promise.item();
        return followUps.find(List.of(item.incidentId()), new Viewpoint(viewpoint.position(), moment, moment))
                .flatMapIterable(then -> then)
                .concatMapIterable(FollowUp::actionItems)
                .filter(then -> then.actionItemId().equals(item.actionItemId()))
                .next()
                .defaultIfEmpty(item)
                .map(then -> broken(promise, moment, then));
    }

    private static BrokenPromise broken(Promise promise, Instant moment, ActionItem then) {
        ActionItem item = promise.item();
        boolean open = promise.kind() == Kind.STILL_OPEN;
        Instant dueAt = then.dueAt();
        return new BrokenPromise(
                promise.problem().problemId(), promise.kind(), item.actionItemId(), then.title(), item.kind(),
                then.owner(), dueAt, open && dueAt != null && dueAt.isBefore(moment), item.proposedAt(),
                open ? null : item.endedAt(), item.incidentId(), promise.cameBack(), item.entryIds());
    }
}
