package dev.andon.query.followup;

import dev.andon.kernel.IncidentId;
import dev.andon.query.http.QuestionRefused;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.DocumentQuery;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.readmodel.Viewpoint;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds what incidents leave to be done, as it was at a viewpoint. */
public final class FollowUps {

    private static final int PAGE = 200;

    private final ReadModel<FollowUpDocument> model;

    public FollowUps(ReadModel<FollowUpDocument> model) {
        this.model = model;
    }

    /** For who waits until it reflects a position. */
    public ReadModel<FollowUpDocument> model() {
        return model;
    }

    /** Fails with a problem, 404, if there is no such incident, or was none yet. */
    public Mono<FollowUp> require(IncidentId incident, Viewpoint viewpoint) {
        return model.find(DocumentKey.single(incident.value()))
                .switchIfEmpty(Mono.error(() -> QuestionRefused.notFound("incident", incident.value())))
                .map(document -> FollowUp.of(document, viewpoint)
                        .orElseThrow(() -> document.notYet(incident, viewpoint)));
    }

    public Mono<FollowUp> find(IncidentId incident, Viewpoint viewpoint) {
        return model.find(DocumentKey.single(incident.value()))
                .flatMap(document -> Mono.justOrEmpty(FollowUp.of(document, viewpoint)));
    }

    /** Of every incident. */
    public Flux<FollowUp> all(Viewpoint viewpoint) {
        return at(model.findAll(), viewpoint);
    }

    /**
     * Those of whose incidents somebody has to be reminded sooner or later.
     *
     * @param present whether the viewpoint is the present, which the index is about; of the past, all are looked through
     */
    public Flux<FollowUp> pending(Viewpoint viewpoint, boolean present) {
        return (present ? with(FollowUpProjection.PENDING, viewpoint) : all(viewpoint)).filter(FollowUp::pending);
    }

    /** Those in whose incidents something was rolled back; of the past, some may not have been yet. */
    public Flux<FollowUp> withRollbacks(Viewpoint viewpoint) {
        return with(FollowUpProjection.ROLLED_BACK, viewpoint);
    }

    private Flux<FollowUp> with(String field, Viewpoint viewpoint) {
        return Flux.concat(
                at(model.findInOrder(DocumentQuery.first(PAGE).sortedBy(field)), viewpoint),
                at(model.findChanged(viewpoint.position()), viewpoint))
                .distinct(FollowUp::incidentId);
    }

    private static Flux<FollowUp> at(Flux<FollowUpDocument> documents, Viewpoint viewpoint) {
        return documents.flatMap(document -> Mono.justOrEmpty(FollowUp.of(document, viewpoint)));
    }
}
