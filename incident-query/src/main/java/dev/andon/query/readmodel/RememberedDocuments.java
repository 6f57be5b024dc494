package dev.andon.query.readmodel;

import java.lang.ref.SoftReference;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * All documents of a read model, decoded, for as long as there is room for them: who asks for all again is given what has
 * changed since, and the rest from memory. A report on ten thousand incidents would else decode them each time.
 *
 * <p>Keeps: what is remembered is all that the store had up to a position that it vouches for. Behind that one, a document
 * may be there while one before it is not yet, and would never be looked for again.
 */
final class RememberedDocuments<D> {

    private static final int MOST = 50_000;
    private static final Comparator<DocumentKey> BY_GROUP_AND_ID = Comparator.comparing(DocumentKey::group)
            .thenComparing(DocumentKey::id);

    private final Function<StoredDocument, D> decode;
    private volatile SoftReference<@Nullable All<D>> remembered = new SoftReference<>(null);

    /** @param upTo has every document as it is at this position, or at a later one */
    private record All<D>(DocumentStore from, long upTo, SortedMap<DocumentKey, D> documents) {}

    RememberedDocuments(Function<StoredDocument, D> decode) {
        this.decode = decode;
    }

    /** @param vouchedFor the position that this store's documents reflect at least */
    Flux<D> find(DocumentStore from, long vouchedFor) {
        All<D> known = recall(from);
        return from.findChanged(known.upTo()).collectList().flatMapIterable(changed -> {
            SortedMap<DocumentKey, D> all = changed.isEmpty() ? known.documents() : changed(known.documents(), changed);
            if (vouchedFor > known.upTo() && all.size() <= MOST) {
                remembered = new SoftReference<>(new All<>(from, vouchedFor, all));
            }
            return all.values();
        });
    }

    private All<D> recall(DocumentStore from) {
        All<D> known = remembered.get();
        return known == null || !known.from().equals(from) ? new All<>(from, 0, Collections.emptySortedMap()) : known;
    }

    /** A copy, since others may be reading. */
    private SortedMap<DocumentKey, D> changed(SortedMap<DocumentKey, D> before, List<StoredDocument> changed) {
        SortedMap<DocumentKey, D> after = new TreeMap<>(BY_GROUP_AND_ID);
        after.putAll(before);
        for (StoredDocument document : changed) {
            if (document.body() == null) {
                after.remove(document.key());
            } else {
                after.put(document.key(), decode.apply(document));
            }
        }
        return after;
    }
}
