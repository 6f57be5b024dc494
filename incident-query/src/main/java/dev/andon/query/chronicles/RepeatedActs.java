package dev.andon.query.chronicles;

import dev.andon.kernel.event.EntryCorrected;
import dev.andon.kernel.event.EntryRetracted;
import dev.andon.kernel.event.IncidentEvent;
import dev.andon.query.readmodel.DocumentQuery;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.readmodel.Recorded;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.timeline.Entry;
import dev.andon.query.timeline.Timeline;
import dev.andon.query.timeline.TimelineEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds what was done again and again to one thing, as it stands at a viewpoint: in the words that hold, and without what was
 * struck out. A check-in that somebody took back would else keep a service looking well that nobody has looked at.
 *
 * <p>The index knows when an act was recorded to have been. One that was moved to another time is out of place in it, so those
 * are looked up by themselves.
 */
public final class RepeatedActs {

    private static final int PAGE = 200;

    private static final Comparator<Chronicle> BY_TIME = Comparator
            .comparing((Chronicle act) -> act.events().getFirst().event().occurredAt())
            .thenComparing(act -> act.events().getFirst().position());

    private final ReadModel<Chronicle> model;

    RepeatedActs(ReadModel<Chronicle> model) {
        this.model = model;
    }

    /**
     * The latest so many, the last one first.
     *
     * @param kind {@link Kind#CHECK_INS} or {@link Kind#RUNBOOK_STEPS}
     * @param name the service or the runbook
     */
    public Flux<Chronicle> latest(Kind kind, String name, int most, Viewpoint viewpoint) {
        return Flux.concat(
                inPlace(between(kind, name, null, null).fromTheEnd(), viewpoint).take(most),
                moved(kind, name, viewpoint))
                .sort(BY_TIME.reversed())
                .take(most);
    }

    /** All of a period, the earliest first. */
    public Flux<Chronicle> during(Kind kind, String name, Instant from, Instant to, Viewpoint viewpoint) {
        return Flux.concat(
                inPlace(between(kind, name, from, to), viewpoint),
                moved(kind, name, viewpoint).filter(act -> {
                    Instant at = act.events().getFirst().event().occurredAt();
                    return !at.isBefore(from) && at.isBefore(to);
                }))
                .sort(BY_TIME);
    }

    private static DocumentQuery between(Kind kind, String name, @Nullable Instant from, @Nullable Instant to) {
        return kind.inOrder(PAGE)
                .whereAtLeast(kind.group(), ChronicleIndex.from(name, from))
                .whereBelow(kind.group(), ChronicleIndex.before(name, to));
    }

    private Flux<Chronicle> inPlace(DocumentQuery query, Viewpoint viewpoint) {
        return model.findInOrder(query).concatMap(act -> standing(act, viewpoint, false), 0);
    }

    private Flux<Chronicle> moved(Kind kind, String name, Viewpoint viewpoint) {
        return model.findInOrder(
                DocumentQuery.first(PAGE)
                        .sortedBy(ChronicleIndex.RETIMED)
                        .where(ChronicleIndex.RETIMED, ChronicleIndex.retimed(kind, name)))
                .concatMap(act -> standing(act, viewpoint, true));
    }

    private Mono<Chronicle> standing(Chronicle act, Viewpoint viewpoint, boolean moved) {
        Recorded done = act.events().getFirst();
        if (act.events().size() == 1) {
            return !moved && viewpoint.knows(done.position()) && viewpoint.hasHappened(done.event().occurredAt())
                    ? Mono.just(act)
                    : Mono.empty();
        }
        return amended(done, act)
                .collectList()
                .flatMapIterable(entries -> Timeline.of(entries, viewpoint).entries())
                .filter(entry -> entry.id() == done.position() && entry.standing())
                .filter(entry -> moved != entry.occurredAt().equals(done.event().occurredAt()))
                .map(RepeatedActs::asItReads)
                .next();
    }

    /** What puts an entry right may be put right itself, and so on. */
    private Flux<Entry> amended(Recorded entry, Chronicle with) {
        return Flux.concat(
                Flux.just(Entry.of(entry, (IncidentEvent) entry.event())),
                Flux.fromIterable(with.events())
                        .filter(each -> each.event() instanceof EntryCorrected
                                || each.event() instanceof EntryRetracted)
                        .concatMap(amendment -> model.find(Kind.AMENDMENTS.numbered(amendment.position()))
                                .defaultIfEmpty(new Chronicle(List.of()))
                                .flatMapMany(further -> amended(amendment, further))));
    }

    private static Chronicle asItReads(TimelineEntry<?> entry) {
        Entry recorded = entry.recorded();
        return new Chronicle(List.of(
                new Recorded(recorded.position(), recorded.recordedAt(), recorded.metadata(), entry.event())));
    }
}
