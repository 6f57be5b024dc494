package dev.andon.query.similar;

import dev.andon.kernel.IncidentId;
import dev.andon.query.http.Period;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.DocumentQuery;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.readmodel.Sortable;
import dev.andon.query.readmodel.Viewpoint;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * What every incident is recognised by, from a viewpoint. Of the present it is kept in memory, and only what changed since
 * somebody asked last is read; of the past it is worked out again.
 *
 * <p>Keeps: an answer depends on the viewpoint alone, never on what happens to be in memory. What is in memory of an incident
 * counts only if nothing of it is behind the viewpoint; and up to where it has been read is where all documents are known to
 * have been, not the last of those that were there.
 */
public final class Fingerprints {

    private static final int PAGE = 500;
    private static final int READ_AT_ONCE = 16;

    private final ReadModel<FingerprintDocument> model;
    private final Vocabulary vocabulary = new Vocabulary();
    private final Map<IncidentId, Traits> known = new ConcurrentHashMap<>();
    private final AtomicLong seen = new AtomicLong();

    public Fingerprints(ReadModel<FingerprintDocument> model) {
        this.model = model;
    }

    /** For who waits until it reflects a position. */
    public ReadModel<FingerprintDocument> model() {
        return model;
    }

    /** What looks like this incident; nothing if it was not declared yet. */
    Mono<SimilarIncidents> similarTo(IncidentId incident, int limit, Viewpoint viewpoint) {
        return at(viewpoint).flatMap(all -> Mono.justOrEmpty(
                all.stream().filter(each -> each.incidentId().equals(incident)).findFirst())
                .map(asked -> SimilarIncidents.of(
                        asked, new Comparison(all, vocabulary), limit, viewpoint.position())));
    }

    /** The incidents of a period that should perhaps be linked. */
    public Mono<Lookalikes> lookalikes(Period period, Viewpoint viewpoint) {
        return at(viewpoint).map(all -> Lookalikes.among(new Comparison(all, vocabulary), vocabulary, period));
    }

    /** All that were declared by then, by their numbers. */
    Mono<List<Traits>> at(Viewpoint viewpoint) {
        Flux<Traits> all = viewpoint.asOf() == null
                ? refresh(viewpoint.position()).thenMany(Flux.defer(() -> fromMemory(viewpoint)))
                : model.findAll().flatMap(document -> traits(document, viewpoint));
        return all.collectSortedList(Comparator.comparingLong(each -> each.incidentId().number()))
                .publishOn(Schedulers.parallel());
    }

    private Mono<Void> refresh(long position) {
        long from = seen.get();
        return position <= from
                ? Mono.empty()
                : model.findInOrder(DocumentQuery.first(PAGE)
                        .sortedBy(FingerprintsProjection.CHANGED)
                        .whereAtLeast(FingerprintsProjection.CHANGED, Sortable.number(from + 1)))
                        .flatMap(document -> traits(document, Viewpoint.HINDSIGHT))
                        .doOnNext(traits -> known.merge(traits.incidentId(), traits,
                                (one, other) -> one.changed() > other.changed() ? one : other))
                        .then(Mono.fromRunnable(() -> seen.accumulateAndGet(position, Math::max)));
    }

    private Flux<Traits> fromMemory(Viewpoint viewpoint) {
        return Flux.fromIterable(known.values())
                .flatMap(traits -> viewpoint.knows(traits.changed())
                        ? Mono.just(traits)
                        : model.find(DocumentKey.single(traits.incidentId().value()))
                                .flatMap(document -> traits(document, viewpoint)),
                        READ_AT_ONCE);
    }

    private Mono<Traits> traits(FingerprintDocument document, Viewpoint viewpoint) {
        return Mono.justOrEmpty(Traits.of(document, viewpoint, vocabulary));
    }
}
