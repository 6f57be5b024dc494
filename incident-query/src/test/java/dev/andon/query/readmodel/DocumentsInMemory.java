package dev.andon.query.readmodel;

import dev.andon.query.History;
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

/**
 * A read model in memory, some documents of which may have seen the next event already. What a store finds by an index is
 * found here as a store would.
 */
public final class DocumentsInMemory<D> implements ReadModel<D> {

    private final Projection<D> projection;
    private final SortedMap<DocumentKey, D> all = new TreeMap<>(
            Comparator.comparing(DocumentKey::group).thenComparing(DocumentKey::id));
    private final Map<DocumentKey, Long> seen = new HashMap<>();
    private int workedOut;
    private long position;

    public DocumentsInMemory(Projection<D> projection) {
        this.projection = projection;
    }

    /** All that follows from a history that is over. */
    public static <D> DocumentsInMemory<D> of(Projection<D> projection, History history) {
        var documents = new DocumentsInMemory<>(projection);
        documents.reach(history.recorded().size(), history.recorded(), new Random(0));
        return documents;
    }

    /** Of the event behind this position, each document has seen nothing, or something if that is drawn. */
    public void reach(long position, List<Recorded> recorded, Random random) {
        this.position = position;
        for (Recorded one : recorded) {
            boolean early = one.position() == position + 1 && random.nextBoolean();
            for (DocumentKey key : projection.keysOf(one)) {
                if ((one.position() <= position || early) && seen.getOrDefault(key, 0L) < one.position()) {
                    all.compute(key, (_, before) -> projection.apply(before, key, one));
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
        return Mono.just(position);
    }

    @Override
    public Mono<Void> reached(long wanted) {
        return Mono.empty();
    }

    @Override
    public Flux<D> findGroup(String group) {
        return Flux.fromStream(all.entrySet().stream()
                .filter(each -> each.getKey().group().equals(group))
                .map(Map.Entry::getValue));
    }

    @Override
    public Flux<D> findChanged(long after) {
        return Flux.fromStream(all.entrySet().stream()
                .filter(each -> seen.getOrDefault(each.getKey(), 0L) > after)
                .map(Map.Entry::getValue));
    }

    /** All on one page. */
    @Override
    public Mono<Page<D>> findPage(DocumentQuery query) {
        Comparator<Cursor> order = Comparator.comparing(Cursor::value)
                .thenComparing(cursor -> cursor.key().group())
                .thenComparing(cursor -> cursor.key().id());
        List<D> found = all.entrySet().stream()
                .filter(each -> holds(query, projection.indexOf(each.getValue())))
                .sorted(Comparator.comparing(each -> place(query, each), query.descending() ? order.reversed() : order))
                .map(Map.Entry::getValue)
                .toList();
        return Mono.just(new Page<>(found, null));
    }

    private Cursor place(DocumentQuery query, Map.Entry<DocumentKey, D> each) {
        String value = query.sortedBy() == null
                ? ""
                : projection.indexOf(each.getValue()).getOrDefault(query.sortedBy(), "");
        return new Cursor(value, each.getKey());
    }

    private static boolean holds(DocumentQuery query, Map<String, String> index) {
        return (query.sortedBy() == null || index.containsKey(query.sortedBy()))
                && query.conditions().stream().allMatch(condition -> {
                    String value = index.get(condition.field());
                    return value != null && switch (condition.comparison()) {
                        case EQUAL_TO -> value.equals(condition.value());
                        case AT_LEAST -> value.compareTo(condition.value()) >= 0;
                        case BELOW -> value.compareTo(condition.value()) < 0;
                    };
                });
    }
}
