package dev.andon.query.incidents;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.IncidentStatus;
import dev.andon.query.http.Period;
import dev.andon.query.readmodel.Conclusions;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.readmodel.Viewpoint;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds incidents as they were at a viewpoint, for reports. All are looked through, since an index knows only what is so now:
 * an incident that was open then may be closed by now. They are in memory as they stand now, and most stood like that then.
 */
public final class Incidents {

    private static final Comparator<Incident> BY_DECLARATION = Comparator.comparing(Incident::declaredAt)
            .thenComparing(incident -> incident.incidentId().number());

    private final ReadModel<IncidentDocument> model;
    private final Conclusions<IncidentDocument, Incident> conclusions;

    public Incidents(ReadModel<IncidentDocument> model) {
        this.model = model;
        this.conclusions = new Conclusions<>(model, IncidentDocument::extent, Incident::of);
    }

    /** For who waits until it reflects a position. */
    public ReadModel<IncidentDocument> model() {
        return model;
    }

    public Mono<Incident> find(IncidentId incident, Viewpoint viewpoint) {
        return conclusions.find(DocumentKey.single(incident.value()), viewpoint);
    }

    /** Those of these that had been declared, in this order. */
    public Mono<List<Incident>> find(Collection<IncidentId> incidents, Viewpoint viewpoint) {
        return conclusions.find(keys(incidents), viewpoint);
    }

    /** For who asks for many of them. */
    public Mono<Conclusions.Recalled<Incident>> recall() {
        return conclusions.recall();
    }

    /** By their names, as text. */
    public Flux<Incident> all(Viewpoint viewpoint) {
        return conclusions.all(viewpoint);
    }

    /** Those of which anything lies in the period, by when they were declared. */
    public Flux<Incident> declared(Period period, Viewpoint viewpoint) {
        return all(viewpoint).filter(incident -> period.contains(incident.declaredAt())).sort(BY_DECLARATION);
    }

    /** Those with an impact window that may lie in the period, by when the last one ended. */
    public Flux<Incident> hurting(Instant from, Instant to, Viewpoint viewpoint) {
        return all(viewpoint)
                .filter(incident -> begin(incident).isBefore(to) && !end(incident).isBefore(from))
                .sort(Comparator.comparing(Incidents::end));
    }

    public Flux<Incident> inStatus(Collection<IncidentStatus> statuses, Viewpoint viewpoint) {
        return all(viewpoint)
                .filter(incident -> statuses.contains(incident.status()))
                .sort(Comparator.comparing(Incident::status).thenComparing(BY_DECLARATION));
    }

    /** Under which they are found. */
    public static List<DocumentKey> keys(Collection<IncidentId> incidents) {
        return incidents.stream().map(incident -> DocumentKey.single(incident.value())).toList();
    }

    private static Instant begin(Incident incident) {
        Instant begin = Instant.MAX;
        for (Impact.Window window : incident.impact()) {
            begin = window.from().isBefore(begin) ? window.from() : begin;
        }
        return begin;
    }

    private static Instant end(Incident incident) {
        Instant end = Instant.MIN;
        for (Impact.Window window : incident.impact()) {
            Instant ends = end(window);
            end = ends.isAfter(end) ? ends : end;
        }
        return end;
    }

    /** What ends before it begins is found where it begins. */
    private static Instant end(Impact.Window window) {
        Instant to = window.to();
        if (to == null) {
            return Instant.MAX;
        }
        return to.isBefore(window.from()) ? window.from() : to;
    }
}
