package dev.andon.query.incidents;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.IncidentStatus;
import dev.andon.query.http.Period;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.DocumentQuery;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.readmodel.Sortable;
import dev.andon.query.readmodel.Viewpoint;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds incidents as they were at a viewpoint, for reports. Of the present they are looked up; of the past all are looked
 * through, since the index knows only what is so now: an incident that was open then may be closed by now.
 */
public final class Incidents {

    private static final int PAGE = 200;

    private static final Comparator<Incident> BY_DECLARATION = Comparator.comparing(Incident::declaredAt)
            .thenComparing(incident -> incident.incidentId().number());

    private final ReadModel<IncidentDocument> model;

    public Incidents(ReadModel<IncidentDocument> model) {
        this.model = model;
    }

    /** For who waits until it reflects a position. */
    public ReadModel<IncidentDocument> model() {
        return model;
    }

    public Mono<Incident> find(IncidentId incident, Viewpoint viewpoint) {
        return at(model.find(DocumentKey.single(incident.value())).flux(), viewpoint).next();
    }

    public Flux<Incident> all(Viewpoint viewpoint) {
        return at(model.findAll(), viewpoint);
    }

    /** Those of which anything lies in the period, by when they were declared. */
    public Flux<Incident> declared(Period period, Viewpoint viewpoint, boolean present) {
        return (present ? indexed(viewpoint, between(IncidentsProjection.DECLARED_AT, period)) : all(viewpoint))
                .filter(incident -> period.contains(incident.declaredAt()))
                .sort(BY_DECLARATION);
    }

    /** Those with an impact window that may lie in the period. */
    public Flux<Incident> hurting(Instant from, Instant to, Viewpoint viewpoint, boolean present) {
        return (present
                ? indexed(
                        viewpoint,
                        DocumentQuery.first(PAGE)
                                .sortedBy(IncidentsProjection.IMPACT_TO)
                                .whereAtLeast(IncidentsProjection.IMPACT_TO, Sortable.instant(from))
                                .whereBelow(IncidentsProjection.IMPACT_FROM, Sortable.instant(to)))
                : all(viewpoint)).filter(incident -> !incident.impact().isEmpty());
    }

    public Flux<Incident> inStatus(Collection<IncidentStatus> statuses, Viewpoint viewpoint, boolean present) {
        return (present
                ? indexed(
                        viewpoint,
                        statuses.stream()
                                .map(status -> DocumentQuery.first(PAGE)
                                        .sortedBy(IncidentsProjection.DECLARED_AT)
                                        .where(IncidentsProjection.STATUS, status.name()))
                                .toArray(DocumentQuery[]::new))
                : all(viewpoint)).filter(incident -> statuses.contains(incident.status()));
    }

    /** What the index finds, and what it may not find any more: it may know more than the viewpoint. */
    private Flux<Incident> indexed(Viewpoint viewpoint, DocumentQuery... queries) {
        return Flux.concat(
                at(Flux.just(queries).concatMap(model::findInOrder), viewpoint),
                at(model.findChanged(viewpoint.position()), viewpoint))
                .distinct(Incident::incidentId);
    }

    private static DocumentQuery between(String field, Period period) {
        DocumentQuery query = DocumentQuery.first(PAGE).sortedBy(field);
        Instant from = period.from();
        Instant to = period.to();
        query = from == null ? query : query.whereAtLeast(field, Sortable.instant(from));
        return to == null ? query : query.whereBelow(field, Sortable.instant(to));
    }

    private static Flux<Incident> at(Flux<IncidentDocument> documents, Viewpoint viewpoint) {
        return documents.flatMap(document -> Mono.justOrEmpty(Incident.of(document, viewpoint)));
    }
}
