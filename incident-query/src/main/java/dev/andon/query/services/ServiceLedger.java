package dev.andon.query.services;

import dev.andon.kernel.event.ServiceRegistered;
import dev.andon.query.chronicles.Chronicle;
import dev.andon.query.chronicles.Chronicles;
import dev.andon.query.chronicles.Kind;
import dev.andon.query.readmodel.Viewpoint;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds services, each with its last check-in. */
public final class ServiceLedger {

    private final Chronicles chronicles;

    public ServiceLedger(Chronicles chronicles) {
        this.chronicles = chronicles;
    }

    /** All of them, by name. */
    public Flux<Service> all(Viewpoint viewpoint) {
        return chronicles.all(Kind.SERVICES, viewpoint).concatMap(chronicle -> of(chronicle, viewpoint));
    }

    /** The last check-in is the latest by when it was made. */
    Mono<Service> of(Chronicle chronicle, Viewpoint viewpoint) {
        return chronicles.acts()
                .latest(Kind.CHECK_INS, chronicle.opening(ServiceRegistered.class).event().name(), 1, viewpoint)
                .next()
                .map(CheckIn::in)
                .defaultIfEmpty(Optional.empty())
                .map(last -> Service.of(chronicle, last));
    }
}
