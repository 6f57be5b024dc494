package dev.andon.query.readmodel;

import java.util.List;
import reactor.core.publisher.Mono;

/**
 * The generations of one version of a projection. What is asked of the process that works on it is left in the store, so it
 * makes no difference which process is asked, or whether anybody works on it at the moment.
 *
 * <p>Keeps: there is at most one generation behind the one that is followed, and none as long as that one is not complete.
 * Whoever asks for a rebuild while one is under way would otherwise begin it again.
 */
final class Generations {

    private final ReadModelStore store;
    private final ModelVersion first;

    Generations(ReadModelStore store, ModelVersion first) {
        this.store = store;
        this.first = first;
    }

    /** The newest one that is complete, or the only one there is; a first one, if there is none. */
    Mono<DocumentStore> followed() {
        return kept().flatMap(kept -> kept.isEmpty()
                ? store.open(first)
                : Mono.just(followedOf(kept).documents()));
    }

    /** The one that is being built beside the one that is followed. */
    Mono<DocumentStore> built() {
        return kept().filter(Generations::isBuilding).map(kept -> kept.getLast().documents());
    }

    /** Has another one built, unless one is being built. */
    Mono<Void> rebuild() {
        return kept().filter(kept -> !kept.isEmpty() && kept.getLast().state().complete())
                .flatMap(kept -> store.open(kept.getLast().state().version().next()))
                .then();
    }

    /** Has those that have stopped try again. */
    Mono<Void> resume() {
        return kept().flatMapIterable(kept -> kept).filter(each -> each.state().failure() != null)
                .concatMap(each -> each.documents().fail(null).onErrorComplete(VersionDroppedException.class))
                .then();
    }

    private Mono<List<KeptVersion>> kept() {
        return store.versions(first.name()).filter(each -> each.state().version().hasVersionOf(first)).collectList();
    }

    private static boolean isBuilding(List<KeptVersion> kept) {
        return !kept.isEmpty() && kept.getLast() != followedOf(kept);
    }

    private static KeptVersion followedOf(List<KeptVersion> kept) {
        return kept.stream().filter(each -> each.state().complete()).reduce((_, newer) -> newer)
                .orElseGet(kept::getFirst);
    }
}
