package dev.andon.query.followup;

import dev.andon.kernel.IncidentId;
import dev.andon.query.http.QuestionRefused;
import dev.andon.query.readmodel.Conclusions;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.readmodel.Viewpoint;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds what incidents leave to be done, as it was at a viewpoint. */
public final class FollowUps {

    private final ReadModel<FollowUpDocument> model;
    private final Conclusions<FollowUpDocument, FollowUp> conclusions;

    public FollowUps(ReadModel<FollowUpDocument> model) {
        this.model = model;
        this.conclusions = new Conclusions<>(model, FollowUpDocument::extent, FollowUp::of);
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
                        .orElseThrow(() -> document.notYet(incident, viewpoint))
                        .seenAt(viewpoint.now()));
    }

    public Mono<FollowUp> find(IncidentId incident, Viewpoint viewpoint) {
        return conclusions.find(DocumentKey.single(incident.value()), viewpoint)
                .map(followUp -> followUp.seenAt(viewpoint.now()));
    }

    /** For who asks for many; whether work is overdue, these do not say. */
    public Mono<Conclusions.Recalled<FollowUp>> recall() {
        return conclusions.recall();
    }

    /** Of every incident. */
    public Flux<FollowUp> all(Viewpoint viewpoint) {
        return conclusions.all(viewpoint).map(followUp -> followUp.seenAt(viewpoint.now()));
    }

    /** Those of whose incidents somebody has to be reminded sooner or later. */
    public Flux<FollowUp> pending(Viewpoint viewpoint) {
        return all(viewpoint).filter(FollowUp::pending);
    }

    /** Those in whose incidents something was rolled back. */
    public Flux<FollowUp> withRollbacks(Viewpoint viewpoint) {
        return all(viewpoint).filter(followUp -> !followUp.rollbacks().isEmpty());
    }
}
