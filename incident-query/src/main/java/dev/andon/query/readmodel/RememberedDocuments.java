package dev.andon.query.readmodel;

import java.lang.ref.SoftReference;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private static final Comparator<Map.Entry<DocumentKey, ?>> BY_GROUP_AND_ID = Comparator.<Map.Entry<DocumentKey, ?>, String>comparing(
            document -> document.getKey().group())
            .thenComparing(document -> document.getKey().id());

    private final Function<StoredDocument, T> workOut;
    private final long mostBytes;
    private volatile SoftReference<@Nullable All<T>> remembered = new SoftReference<>(null);

    /**
     * @param upTo has every document as it is at this position, or at a later one
     * @param workedOut by group and id
     * @param sizes of the documents; each that follows this one goes on with them
     */
    private record All<T>(
            DocumentStore from, long upTo, Map<DocumentKey, T> workedOut, Sizes sizes) {}

    /** How large the documents are, together; nobody adds up ten thousand sizes because one has changed. */
    private static final class Sizes {

        private final Map<DocumentKey, Integer> bytes = new HashMap<>();
        private long sum;

        synchronized void changed(DocumentKey key, int now) {
            Integer before = now == 0 ? bytes.remove(key) : bytes.put(key, now);
            sum += now - (before == null ? 0 : before);
        }

        synchronized long sum() {
            return sum;
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
    Mono<Map<DocumentKey, T>> find(DocumentStore from, long vouchedFor) {
        return Mono.defer(() -> {
            All<T> known = recall(from);
            return from.findChanged(known.upTo()).collectList().map(changed -> {
                All<T> all = changed.isEmpty() && vouchedFor <= known.upTo()
                        ? known
                        : and(known, changed, Math.max(vouchedFor, known.upTo()));
                if (vouchedFor > known.upTo() && all.sizes().sum() <= mostBytes) {
                    remembered = new SoftReference<>(all);
                }
                return all.workedOut();
            });
        });
    }

    private All<T> recall(DocumentStore from) {
        All<T> known = remembered.get();
        return known == null || !known.from().equals(from)
                ? new All<>(from, 0, Map.of(), new Sizes())
                : known;
    }

    /** A copy, since others may be reading. */
    private All<T> and(All<T> before, List<StoredDocument> changed, long upTo) {
        if (changed.isEmpty()) {
            return new All<>(before.from(), upTo, before.workedOut(), before.sizes());
        }
        Map<DocumentKey, T> workedOut = new LinkedHashMap<>(before.workedOut());
        boolean more = false;
        for (StoredDocument document : changed) {
            byte[] body = document.body();
            if (body == null) {
                workedOut.remove(document.key());
            } else {
                more |= workedOut.put(document.key(), workOut.apply(document)) == null;
            }
            before.sizes().changed(document.key(), body == null ? 0 : body.length);
        }
        return new All<>(before.from(), upTo, more ? inOrder(workedOut) : workedOut, before.sizes());
    }

    private static <T> Map<DocumentKey, T> inOrder(Map<DocumentKey, T> workedOut) {
        Map<DocumentKey, T> inOrder = LinkedHashMap.newLinkedHashMap(workedOut.size());
        workedOut.entrySet().stream().sorted(BY_GROUP_AND_ID)
                .forEach(document -> inOrder.put(document.getKey(), document.getValue()));
        return inOrder;
    }
}
