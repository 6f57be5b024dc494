package dev.andon.query.servicelevels;

import dev.andon.kernel.IncidentId;
import dev.andon.query.chronicles.Chronicles;
import dev.andon.query.chronicles.Kind;
import dev.andon.query.incidents.Incident;
import dev.andon.query.incidents.Incidents;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.services.Service;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Works out how available services were. */
public final class ServiceLevelLedger {

    private final Chronicles chronicles;
    private final Incidents incidents;

    public ServiceLevelLedger(Chronicles chronicles, Incidents incidents) {
        this.chronicles = chronicles;
        this.incidents = incidents;
    }

    /** For who waits until they reflect a position. */
    public ReadModel<?>[] models() {
        return new ReadModel<?>[]{chronicles.model(), incidents.model()};
    }

    /** All that decides how available services were in a period, and in any part of it. */
    public record Basis(Viewpoint viewpoint, List<Service> services, List<Incident> incidents) {

        public ServiceLevels.Known between(Instant from, Instant to, @Nullable String service) {
            return ServiceLevels.Known.of(
                    new ServiceLevel.Span(from, to), viewpoint, services, incidents, service);
        }
    }

    public Mono<ServiceLevels.Known> between(
            Instant from, Instant to, @Nullable String service, Viewpoint viewpoint) {
        return basis(from, to, viewpoint).map(basis -> basis.between(from, to, service));
    }

    public Mono<Basis> basis(Instant from, Instant to, Viewpoint viewpoint) {
        return Mono.zip(
                chronicles.all(Kind.SERVICES, viewpoint)
                        .map(chronicle -> Service.of(chronicle, Optional.empty()))
                        .collectList(),
                incidents.hurting(from, to, viewpoint).collectList().flatMap(found -> withTargets(found, viewpoint)))
                .map(found -> new Basis(viewpoint, found.getT1(), found.getT2()));
    }

    private Mono<List<Incident>> withTargets(List<Incident> found, Viewpoint viewpoint) {
        Set<IncidentId> targets = found.stream()
                .flatMap(incident -> Optional.ofNullable(incident.mergedInto()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return incidents.find(targets, viewpoint)
                .map(others -> Stream.concat(found.stream(), others.stream()).toList());
    }
}
