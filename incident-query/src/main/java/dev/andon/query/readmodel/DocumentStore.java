package dev.andon.query.readmodel;

import dev.andon.eventstore.Bookmark;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where the documents of one {@link ModelVersion} are kept. Once the version has been dropped, writing fails with
 * {@link VersionDroppedException} and reading either does or finds nothing: who reads what others may drop looks at
 * {@link #state} afterwards. It equals what has the same documents, and never what has those of a later one of the same name.
 */
public interface DocumentStore {

    ModelVersion version();

    /** How far the documents have come, or nothing if they were dropped. */
    Mono<VersionState> state();

    /** What is stored under these keys, documents that are gone included where the store still remembers them. */
    Mono<Map<DocumentKey, StoredDocument>> load(Set<DocumentKey> keys);

    /**
     * Stores all changes, and that the documents reflect the log up to this bookmark. A store that cannot do so in one
     * step first stores what they will have seen, then them, then their position: a crash in between leaves documents
     * that are ahead of the position but never behind it, and none that has seen more than is known.
     */
    Mono<Void> write(List<DocumentChange> changes, Bookmark reached);

    /** From now on these documents may answer instead of those of another version. */
    Mono<Void> complete();

    /** Says that they stopped before an event or, with null, that they shall try again; any process may say that. */
    Mono<Void> fail(@Nullable ProjectionFailure failure);

    Mono<StoredDocument> find(DocumentKey key);

    /** A group's documents, by id. */
    Flux<StoredDocument> findGroup(String group);

    /** Those of a group's documents whose ids are behind this one, by id. */
    Flux<StoredDocument> findGroupAfter(String group, String id);

    /** Those whose last event is behind this position, gone ones included where they were there before; in no order. */
    Flux<StoredDocument> findChanged(long after);

    Flux<FoundDocument> query(DocumentQuery query);
}
