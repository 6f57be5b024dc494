package dev.andon.query.readmodel;

import java.lang.ref.SoftReference;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What is worked out from each document of a read model, for as long as there is room for it: who asks again is given what
 * has changed since, and the rest from memory. A report on ten thousand incidents would else decode them each time.
 *
 * <p>Keeps: what is remembered is all that the store had up to a position that it vouches for. Behind that one, a document
 * may be there while one before it is not yet, and would never be looked for again.
 */
final class RememberedDocuments<T> {

    /** What is worked out from a document is about as large in memory as its JSON. */
    private static final long MOST_BYTES = Runtime.getRuntime().maxMemory() / 8;

    private static final Comparator<DocumentKey> BY_GROUP_AND_ID = Comparator.comparing(DocumentKey::group)
            .thenComparing(DocumentKey::id);

    private final Function<StoredDocument, T> workOut;
    private final long mostBytes;
    private volatile SoftReference<@Nullable All<T>> remembered = new SoftReference<>(null);

    /** @param upTo has every document as it is at this position, or at a later one */
    private record All<T>(
            DocumentStore from, long upTo, SortedMap<DocumentKey, T> workedOut, Map<DocumentKey, Integer> bytes) {

        long size() {
            return bytes.values().stream().mapToLong(Integer::longValue).sum();
        }
    }

    RememberedDocuments(Function<StoredDocument, T> workOut) {
        this(workOut, MOST_BYTES);
    }

    RememberedDocuments(Function<StoredDocument, T> workOut, long mostBytes) {
        this.workOut = workOut;
        this.mostBytes = mostBytes;
    }

    /** @param vouchedFor the position that this store's documents reflect at least */
    Mono<SortedMap<DocumentKey, T>> find(DocumentStore from, long vouchedFor) {
        return Mono.defer(() -> {
            All<T> known = recall(from);
            return from.findChanged(known.upTo()).collectList().map(changed -> {
                All<T> all = changed.isEmpty() && vouchedFor <= known.upTo()
                        ? known
                        : and(known, changed, Math.max(vouchedFor, known.upTo()));
                if (vouchedFor > known.upTo() && all.size() <= mostBytes) {
                    remembered = new SoftReference<>(all);
                }
                return all.workedOut();
            });
        });
    }

    private All<T> recall(DocumentStore from) {
        All<T> known = remembered.get();
        return known == null || !known.from().equals(from)
                ? new All<>(from, 0, Collections.emptySortedMap(), Map.of())
                : known;
    }

    /** A copy, since others may be reading. */
    private All<T> and(All<T> before, List<StoredDocument> changed, long upTo) {
        if (changed.isEmpty()) {
            return new All<>(before.from(), upTo, before.workedOut(), before.bytes());
        }
        SortedMap<DocumentKey, T> workedOut = new TreeMap<>(BY_GROUP_AND_ID);
        workedOut.putAll(before.workedOut());
        Map<DocumentKey, Integer> bytes = new HashMap<>(before.bytes());
        for (StoredDocument document : changed) {
            byte[] body = document.body();
            if (body == null) {
                workedOut.remove(document.key());
                bytes.remove(document.key());
            } else {
                workedOut.put(document.key(), workOut.apply(document));
                bytes.put(document.key(), body.length);
            }
        }
        return new All<>(before.from(), upTo, workedOut, bytes);
    }
}
