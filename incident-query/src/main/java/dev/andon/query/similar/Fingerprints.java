package dev.andon.query.similar;

import dev.andon.kernel.IncidentId;
import dev.andon.query.http.Period;
import dev.andon.query.readmodel.Conclusions;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.timeline.IncidentHistory;
import java.util.Comparator;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What every incident is recognised by, from a viewpoint, and what it therefore looks like. */
public final class Fingerprints {

    private final ReadModel<FingerprintDocument> model;
    private final Vocabulary vocabulary = new Vocabulary();
    private final Conclusions<FingerprintDocument, Traits> conclusions;

    public Fingerprints(ReadModel<FingerprintDocument> model) {
        this.model = model;
        this.conclusions = new Conclusions<>(
                model, FingerprintDocument::extent,
                (document, viewpoint) -> Traits.of(document, viewpoint, vocabulary));
    }

    /** For who waits until it reflects a position. */
    public ReadModel<FingerprintDocument> model() {
        return model;
    }

    /** What looks like this incident; fails with a problem, 404, if it was not declared yet. */
    Mono<SimilarIncidents> similarTo(IncidentId incident, int limit, Viewpoint viewpoint) {
        return at(viewpoint).flatMap(all -> Mono.justOrEmpty(
                all.stream().filter(each -> each.incidentId().equals(incident)).findFirst())
                .map(asked -> SimilarIncidents.of(
                        asked, new Comparison(all, vocabulary), limit, viewpoint.position())))
                .switchIfEmpty(Mono.defer(() -> notDeclaredYet(incident, viewpoint)));
    }

    private <T> Mono<T> notDeclaredYet(IncidentId incident, Viewpoint viewpoint) {
        return model.find(DocumentKey.single(incident.value()))
                .map(FingerprintDocument::entries)
                .defaultIfEmpty(List.of())
                .flatMap(entries -> Mono.error(IncidentHistory.of(entries, incident, viewpoint).notDeclaredYet()));
    }

    /** The incidents of a period that should perhaps be linked. */
    public Mono<Lookalikes> lookalikes(Period period, Viewpoint viewpoint) {
        return at(viewpoint).map(all -> Lookalikes.among(new Comparison(all, vocabulary), vocabulary, period));
    }

    /** All that were declared by then, by their numbers. */
    Mono<List<Traits>> at(Viewpoint viewpoint) {
        return conclusions.all(viewpoint)
                .collectSortedList(Comparator.comparingLong(each -> each.incidentId().number()))
                .publishOn(Schedulers.parallel());
    }
}
