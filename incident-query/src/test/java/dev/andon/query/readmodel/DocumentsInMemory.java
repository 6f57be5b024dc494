package dev.andon.query.readmodel;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A read model in memory, some documents of which may have seen the next event already. */
public final class DocumentsInMemory<D> implements ReadModel<D> {

    private final Projection<D> projection;
    private final SortedMap<DocumentKey, D> all = new TreeMap<>(
            Comparator.comparing(DocumentKey::group).thenComparing(DocumentKey::id));
    private final Map<DocumentKey, Long> seen = new HashMap<>();
    private int workedOut;

    public DocumentsInMemory(Projection<D> projection) {
        this.projection = projection;
    }

    /** Of the event behind this position, each document has seen nothing, or something if that is drawn. */
    public void reach(long position, List<Recorded> recorded, Random random) {
        for (Recorded one : recorded) {
            boolean early = one.position() == position + 1 && random.nextBoolean();
            for (DocumentKey key : projection.keysOf(one)) {
                if ((one.position() <= position || early) && seen.getOrDefault(key, 0L) < one.position()) {
                    all.put(key, Objects.requireNonNull(projection.apply(all.get(key), key, one)));
                    seen.put(key, one.position());
                }
            }
        }
    }

    /** How often something was worked out from a document. */
    public int workedOut() {
        return workedOut;
    }

    @Override
    public Mono<D> find(DocumentKey key) {
        return Mono.justOrEmpty(all.get(key));
    }

    @Override
    public Mono<Map<DocumentKey, D>> find(Set<DocumentKey> keys) {
        return Mono.fromSupplier(() -> keys.stream()
                .filter(all::containsKey)
                .collect(Collectors.toMap(key -> key, key -> Objects.requireNonNull(all.get(key)))));
    }

    @Override
    public <T> Mono<Map<DocumentKey, T>> remembered(Function<D, T> workOut) {
        SortedMap<DocumentKey, T> known = new TreeMap<>(all.comparator());
        Map<DocumentKey, Long> asOf = new HashMap<>();
        return Mono.fromSupplier(() -> {
            all.forEach((key, document) -> {
                Long changed = seen.get(key);
                if (!Objects.equals(asOf.put(key, changed), changed)) {
                    known.put(key, workOut.apply(document));
                    workedOut++;
                }
            });
            return known;
        });
    }

    @Override
    public Mono<Long> position() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Void> reached(long position) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Flux<D> findGroup(String group) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Page<D>> findPage(DocumentQuery query) {
        throw new UnsupportedOperationException();
    }
}
