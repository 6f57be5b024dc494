package dev.andon.query.readmodel;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where read models are kept, every version of every projection apart from all others. */
public interface ReadModelStore extends AutoCloseable {

    /** The documents of this version; a version that is not there yet begins empty, at position 0. */
    Mono<DocumentStore> open(ModelVersion version);

    /** All versions that are kept of the projection with this name, the oldest first. */
    Flux<KeptVersion> versions(String name);

    /** Forgets the version, then its documents; nothing happens if it is not there. */
    Mono<Void> drop(ModelVersion version);

    @Override
    void close();
}
