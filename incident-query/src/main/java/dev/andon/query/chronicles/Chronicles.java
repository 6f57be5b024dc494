package dev.andon.query.chronicles;

import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.DocumentQuery;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.readmodel.Viewpoint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds chronicles as they were at a viewpoint. A thing that was not there yet is not found. */
public final class Chronicles {

    private static final int PAGE = 200;

    private final ReadModel<Chronicle> model;

    public Chronicles(ReadModel<Chronicle> model) {
        this.model = model;
    }

    /** For who waits until it reflects a position. */
    public ReadModel<Chronicle> model() {
        return model;
    }

    public Mono<Chronicle> find(DocumentKey key, Viewpoint viewpoint) {
        return model.find(key).map(chronicle -> chronicle.at(viewpoint)).filter(chronicle -> !chronicle.untold());
    }

    /** All of a kind, by key: for kinds of which there are hundreds, not millions. */
    public Flux<Chronicle> all(Kind kind, Viewpoint viewpoint) {
        return seen(model.findGroup(kind.group()), viewpoint);
    }

    /** What the query finds by the present index, as it was at the viewpoint. */
    public Flux<Chronicle> found(DocumentQuery query, Viewpoint viewpoint) {
        return seen(model.findInOrder(query), viewpoint);
    }

    /**
     * What was done again and again to one thing, the latest first.
     *
     * @param kind {@link Kind#CHECK_INS} or {@link Kind#RUNBOOK_STEPS}
     * @param name the service or the runbook
     */
    public Flux<Chronicle> latest(Kind kind, String name, Viewpoint viewpoint) {
        return found(between(kind, name, null, null).fromTheEnd(), viewpoint);
    }

    /** The same, the earliest first, of a period. */
    public Flux<Chronicle> during(
            Kind kind, String name, @Nullable Instant from, @Nullable Instant to, Viewpoint viewpoint) {
        return found(between(kind, name, from, to), viewpoint);
    }

    private static DocumentQuery between(Kind kind, String name, @Nullable Instant from, @Nullable Instant to) {
        return kind.inOrder(PAGE)
                .whereAtLeast(kind.group(), ChronicleIndex.from(name, from))
                .whereBelow(kind.group(), ChronicleIndex.before(name, to));
    }

    private static Flux<Chronicle> seen(Flux<Chronicle> chronicles, Viewpoint viewpoint) {
        return chronicles.map(chronicle -> chronicle.at(viewpoint)).filter(chronicle -> !chronicle.untold());
    }

    /** A page's worth of a kind, in its order. */
    public static DocumentQuery of(Kind kind) {
        return kind.inOrder(PAGE);
    }
}
