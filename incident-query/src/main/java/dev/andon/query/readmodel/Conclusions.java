package dev.andon.query.readmodel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What follows from each document of a read model, from any viewpoint. What follows in hindsight is remembered, so a report on
 * ten thousand incidents concludes only from those that changed since the last one.
 *
 * <p>Keeps: an answer depends on the viewpoint alone, never on what happens to be in memory. Hindsight counts only for a
 * document that lies wholly before the viewpoint; one that reaches across it, as an incident that was open then and is closed
 * by now, is read, and the same function is asked what follows from it there.
 *
 * @param <T> what follows; it must not depend on what time it is, for a document stays remembered while time passes
 */
public final class Conclusions<D, T> {

    private final ReadModel<D> model;
    private final BiFunction<D, Viewpoint, Optional<T>> conclude;
    private final Mono<Map<DocumentKey, Known<T>>> known;

    private record Known<T>(Extent extent, @Nullable T inHindsight) {

        boolean reachesAcross(Viewpoint viewpoint) {
            return !extent.isBefore(viewpoint) && !extent.isBehind(viewpoint);
        }
    }

    /** @param conclude nothing if there is nothing to tell from a viewpoint */
    public Conclusions(
            ReadModel<D> model, Function<D, Extent> extentOf, BiFunction<D, Viewpoint, Optional<T>> conclude) {
        this.model = model;
        this.conclude = conclude;
        this.known = model.remembered(document -> new Known<>(
                extentOf.apply(document), conclude.apply(document, Viewpoint.HINDSIGHT).orElse(null)));
    }

    /** Of every document, by group and id. */
    public Flux<T> all(Viewpoint viewpoint) {
        return known.flatMap(all -> told(all, viewpoint)).flatMapIterable(told -> told);
    }

    /** Of one document. It is read: who asks about one does not wait until all are in memory. */
    public Mono<T> find(DocumentKey key, Viewpoint viewpoint) {
        return model.find(key).flatMap(document -> Mono.justOrEmpty(conclude.apply(document, viewpoint)));
    }

    /** Of a few, which are read likewise, in this order. */
    public Mono<List<T>> find(Collection<DocumentKey> keys, Viewpoint viewpoint) {
        return model.find(Set.copyOf(keys)).map(documents -> keys.stream()
                .flatMap(key -> Optional.ofNullable(documents.get(key)).stream())
                .flatMap(document -> conclude.apply(document, viewpoint).stream())
                .toList());
    }

    /** For who asks for many, one after the other, and from several viewpoints: all that there is by now. */
    public Mono<Recalled<T>> recall() {
        return known.map(all -> new Recalled<>() {

            @Override
            public Mono<T> find(DocumentKey key, Viewpoint viewpoint) {
                return find(List.of(key), viewpoint).flatMap(told -> Mono.justOrEmpty(told.stream().findFirst()));
            }

            @Override
            public Mono<List<T>> find(Collection<DocumentKey> keys, Viewpoint viewpoint) {
                Map<DocumentKey, Known<T>> those = LinkedHashMap.newLinkedHashMap(keys.size());
                for (DocumentKey key : keys) {
                    Known<T> one = all.get(key);
                    if (one != null) {
                        those.put(key, one);
                    }
                }
                return told(those, viewpoint);
            }
        });
    }

    /** What was there at one moment. It may be ahead of a viewpoint, and is not if the model has reached that before. */
    public interface Recalled<T> {

        Mono<T> find(DocumentKey key, Viewpoint viewpoint);

        /** Those of these that there are, in the same order. */
        Mono<List<T>> find(Collection<DocumentKey> keys, Viewpoint viewpoint);
    }

    private Mono<List<T>> told(Map<DocumentKey, Known<T>> those, Viewpoint viewpoint) {
        Set<DocumentKey> across = new HashSet<>();
        those.forEach((key, one) -> {
            if (one.reachesAcross(viewpoint)) {
                across.add(key);
            }
        });
        return (across.isEmpty() ? Mono.just(Map.<DocumentKey, D>of()) : model.find(across))
                .map(documents -> told(those, documents, viewpoint));
    }

    private List<T> told(Map<DocumentKey, Known<T>> those, Map<DocumentKey, D> across, Viewpoint viewpoint) {
        List<T> told = new ArrayList<>(those.size());
        those.forEach((key, one) -> {
            D document = across.isEmpty() ? null : across.get(key);
            T inHindsight = one.inHindsight();
            if (document != null) {
                conclude.apply(document, viewpoint).ifPresent(told::add);
            } else if (inHindsight != null && one.extent().isBefore(viewpoint)) {
                told.add(inHindsight);
            }
        });
        return told;
    }
}
