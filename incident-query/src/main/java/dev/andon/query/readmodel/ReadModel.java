package dev.andon.query.readmodel;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The documents of one projection, as far as it has come. */
public interface ReadModel<D> {

    /** The position that the documents reflect at least; 0 if nothing was applied yet. Ask before reading, not after. */
    Mono<Long> position();

    /**
     * Completes once the documents reflect this position. Fails with {@link PositionNotReachedException} if they do not
     * within a few seconds, which is also what happens if the log does not reach that far.
     */
    Mono<Void> reached(long position);

    Mono<D> find(DocumentKey key);

    /** Those of these documents that there are. */
    Mono<Map<DocumentKey, D>> find(Set<DocumentKey> keys);

    /** A group's documents, by id. */
    Flux<D> findGroup(String group);

    /** Every document, by group and id. */
    default Flux<D> findAll() {
        return remembered(document -> document).flatMapIterable(Map::values);
    }

    /**
     * What is worked out from each document, by group and id. Each time somebody subscribes it is that of all documents as
     * they are by then, but nothing is worked out again from one that has not changed, for as long as there is room.
     */
    <T> Mono<Map<DocumentKey, T>> remembered(Function<D, T> workedOut);

    /**
     * Those that were changed behind this position, in no order. Whoever shows documents as they were there looks at these
     * beside what an index finds: it may have lost them since.
     */
    Flux<D> findChanged(long after);

    Mono<Page<D>> findPage(DocumentQuery query);

    /** All that the query finds, in its order, read a page at a time as far as somebody wants to see. */
    default Flux<D> findInOrder(DocumentQuery query) {
        return findPage(query).flatMapMany(page -> Flux.fromIterable(page.documents())
                .concatWith(Flux.defer(() -> page.next() == null
                        ? Flux.empty()
                        : findInOrder(query.continuingAfter(page.next())))));
    }
}
