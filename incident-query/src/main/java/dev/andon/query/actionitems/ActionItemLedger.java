package dev.andon.query.actionitems;

import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.event.ActionItemProposed;
import dev.andon.kernel.event.IncidentEvent;
import dev.andon.query.chronicles.Chronicle;
import dev.andon.query.chronicles.ChronicleIndex;
import dev.andon.query.chronicles.Chronicles;
import dev.andon.query.chronicles.Kind;
import dev.andon.query.followup.ActionItem;
import dev.andon.query.followup.FollowUps;
import dev.andon.query.readmodel.DocumentQuery;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.timeline.Entry;
import dev.andon.query.timeline.Timeline;
import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds action items. An item's chronicle says all that decides about it; what was corrected of its words is recorded with
 * its incident, and looked up for those that are shown.
 */
public final class ActionItemLedger {

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

    /** Of any time, in no order. */
    public Flux<ActionItem> all(Viewpoint viewpoint) {
        return chronicles.all(Kind.ACTION_ITEMS, viewpoint)
                .concatMapIterable(chronicle -> in(chronicle, viewpoint));
    }

    /** Those that were due in the period. */
    public Flux<ActionItem> due(Instant from, Instant to, Viewpoint viewpoint, boolean present) {
        Flux<ActionItem> found = present
                ? found(
                        Chronicles.of(Kind.ACTION_ITEMS)
                                .sortedBy(ChronicleIndex.DUE_AT)
                                .whereAtLeast(ChronicleIndex.DUE_AT, ChronicleIndex.due(from))
                                .whereBelow(ChronicleIndex.DUE_AT, ChronicleIndex.due(to)),
                        viewpoint)
                : all(viewpoint);
        return found.filter(item -> {
            Instant due = item.dueAt();
            return due != null && !due.isBefore(from) && due.isBefore(to);
        });
    }

    /** Those that are still to be done. */
    public Flux<ActionItem> open(Viewpoint viewpoint, boolean present) {
        Flux<ActionItem> found = present
                ? found(Chronicles.of(Kind.ACTION_ITEMS).where(ChronicleIndex.OPEN, "true"), viewpoint)
                : all(viewpoint);
        return found.filter(ActionItem::open);
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
