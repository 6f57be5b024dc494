package dev.andon.query.actionitems;

import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.event.ActionItemProposed;
import dev.andon.kernel.event.IncidentEvent;
import dev.andon.query.chronicles.Chronicle;
import dev.andon.query.chronicles.Chronicles;
import dev.andon.query.chronicles.Kind;
import dev.andon.query.followup.ActionItem;
import dev.andon.query.followup.FollowUps;
import dev.andon.query.readmodel.DocumentQuery;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.timeline.Entry;
import dev.andon.query.timeline.Timeline;
import java.time.Instant;
import java.util.Comparator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds action items. An item's chronicle says all that decides about it, so pages of them are looked up there; what was
 * corrected of its words is recorded with its incident, and looked up for those that are shown. Who wants more than a page is
 * told from what the incidents leave to be done.
 */
public final class ActionItemLedger {

    private static final Comparator<ActionItem> BY_NUMBER = Comparator.comparing(
            item -> item.actionItemId().number());

    private final Chronicles chronicles;
    private final FollowUps followUps;

    public ActionItemLedger(Chronicles chronicles, FollowUps followUps) {
        this.chronicles = chronicles;
        this.followUps = followUps;
    }

    /** What the query finds by the present index, without what may be out of place there. */
    Flux<ActionItem> unchanged(DocumentQuery query, Viewpoint viewpoint) {
        return chronicles.unchanged(query, viewpoint).concatMapIterable(chronicle -> in(chronicle, viewpoint));
    }

    /** What may be out of place in the present index: it was changed behind the viewpoint. */
    Flux<ActionItem> changed(Viewpoint viewpoint) {
        return chronicles.changed(ActionItemProposed.class, viewpoint)
                .concatMapIterable(chronicle -> in(chronicle, viewpoint));
    }

    private Flux<ActionItem> found(DocumentQuery query, Viewpoint viewpoint) {
        return unchanged(query, viewpoint).concatWith(changed(viewpoint));
    }

    /** Of any time, in the words that hold now, in no order. */
    public Flux<ActionItem> all(Viewpoint viewpoint) {
        return followUps.all(viewpoint)
                .concatMapIterable(followUp -> followUp.actionItems().stream()
                        .filter(item -> item.incidentId().equals(followUp.incidentId()))
                        .toList());
    }

    /** Those that were due in the period, by when they were. */
    public Flux<ActionItem> due(Instant from, Instant to, Viewpoint viewpoint) {
        return all(viewpoint)
                .filter(item -> {
                    Instant due = item.dueAt();
                    return due != null && !due.isBefore(from) && due.isBefore(to);
                })
                .sort(Comparator.comparing(ActionItem::dueAt, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(BY_NUMBER));
    }

    /** Those that are still to be done, as they were proposed. */
    public Flux<ActionItem> open(Viewpoint viewpoint) {
        return all(viewpoint).filter(ActionItem::open).sort(BY_NUMBER);
    }

    /** Fails with a problem, 404, if there is none, or was none yet. */
    public Mono<ActionItem> require(ActionItemId id, Viewpoint viewpoint) {
        return chronicles.require(Kind.ACTION_ITEMS.numbered(id.number()), viewpoint, "action item", id.value())
                .flatMapIterable(chronicle -> in(chronicle, viewpoint))
                .next()
                .flatMap(item -> corrected(item, viewpoint));
    }

    /** In the words that hold now. */
    public Mono<ActionItem> corrected(ActionItem item, Viewpoint viewpoint) {
        return followUps.find(item.incidentId(), viewpoint)
                .flatMapIterable(followUp -> followUp.actionItems())
                .filter(known -> known.actionItemId().equals(item.actionItemId()))
                .next()
                .defaultIfEmpty(item);
    }

    private static Iterable<ActionItem> in(Chronicle chronicle, Viewpoint viewpoint) {
        return ActionItem.in(
                Timeline.of(
                        chronicle.events().stream()
                                .map(recorded -> Entry.of(recorded, (IncidentEvent) recorded.event()))
                                .toList(),
                        viewpoint),
                viewpoint.now());
    }
}
