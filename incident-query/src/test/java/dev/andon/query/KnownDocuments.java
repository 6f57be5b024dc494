package dev.andon.query;

import dev.andon.query.readmodel.Cursor;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.DocumentQuery;
import dev.andon.query.readmodel.Page;
import dev.andon.query.readmodel.Projection;
import dev.andon.query.readmodel.ReadModel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A read model of a history that is over, without a store: what is found by an index is found here as a store would. */
public final class KnownDocuments<D> implements ReadModel<D> {

    private final Projection<D> projection;
    private final Map<DocumentKey, D> documents;
    private final Map<DocumentKey, Long> seen = new HashMap<>();
    private final long position;

    private KnownDocuments(Projection<D> projection, History history) {
        this.projection = projection;
        this.documents = history.documents(projection);
        history.recorded().forEach(one -> projection.keysOf(one).forEach(key -> seen.put(key, one.position())));
        this.position = history.recorded().size();
    }

    public static <D> KnownDocuments<D> of(Projection<D> projection, History history) {
        return new KnownDocuments<>(projection, history);
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
    public Mono<D> find(DocumentKey key) {
        return Mono.justOrEmpty(documents.get(key));
    }

    @Override
    public Flux<D> findGroup(String group) {
        return Flux.fromStream(documents.entrySet().stream()
                .filter(each -> each.getKey().group().equals(group))
                .sorted(Comparator.comparing(each -> each.getKey().id()))
                .map(Map.Entry::getValue));
    }

    @Override
    public Flux<D> findAll() {
        return Flux.fromIterable(documents.values());
    }

    @Override
    public Flux<D> findChanged(long after) {
        return Flux.fromStream(documents.entrySet().stream()
                .filter(each -> seen.getOrDefault(each.getKey(), 0L) > after)
                .map(Map.Entry::getValue));
    }

    /** All on one page. */
    @Override
    public Mono<Page<D>> findPage(DocumentQuery query) {
        Comparator<Cursor> order = Comparator.comparing(Cursor::value)
                .thenComparing(cursor -> cursor.key().group())
                .thenComparing(cursor -> cursor.key().id());
        List<D> found = documents.entrySet().stream()
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
