package dev.andon.query.chronicles;

import dev.andon.kernel.event.Event;
import dev.andon.query.http.QuestionRefused;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.DocumentQuery;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.readmodel.Recorded;
import dev.andon.query.readmodel.Viewpoint;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds chronicles as they were at a viewpoint. A thing that was not there yet is not found. */
public final class Chronicles {

    private static final int PAGE = 200;

    private final ReadModel<Chronicle> model;

    public Chronicles(ReadModel<Chronicle> model) {
        this.model = model;
    }

    /** What was done again and again to one thing. */
    public RepeatedActs acts() {
        return new RepeatedActs(model);
    }

    /** For who waits until it reflects a position. */
    public ReadModel<Chronicle> model() {
        return model;
    }

    /**
     * The same; fails with a problem, 404, if there is no such thing, or was none yet.
     *
     * @param kind such as {@code planned event}
     */
    public Mono<Chronicle> require(DocumentKey key, Viewpoint viewpoint, String kind, String id) {
        return model.find(key)
                .switchIfEmpty(Mono.error(() -> QuestionRefused.notFound(kind, id)))
                .map(chronicle -> {
                    Chronicle then = chronicle.at(viewpoint);
                    if (then.untold()) {
                        throw notYet(chronicle.events().getFirst(), viewpoint, kind, id);
                    }
                    return then;
                });
    }

    private static QuestionRefused notYet(Recorded opening, Viewpoint viewpoint, String kind, String id) {
        return viewpoint.knows(opening.position())
                ? QuestionRefused.notYet(kind, id, "it is from " + opening.event().occurredAt())
                : QuestionRefused.notYetRecorded(kind, id, opening.recordedAt(), opening.position());
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

    /** The same without those that were changed behind the viewpoint, which may have another place in the index by now. */
    public Flux<Chronicle> unchanged(DocumentQuery query, Viewpoint viewpoint) {
        return seen(
                model.findInOrder(query)
                        .filter(chronicle -> viewpoint.knows(chronicle.events().getLast().position())),
                viewpoint);
    }

    /** Those that begin with such an event, and were changed behind the viewpoint: as they were there. */
    public Flux<Chronicle> changed(Class<? extends Event> opening, Viewpoint viewpoint) {
        return seen(
                model.findChanged(viewpoint.position())
                        .filter(chronicle -> opening.isInstance(chronicle.events().getFirst().event())),
                viewpoint);
    }

    private static Flux<Chronicle> seen(Flux<Chronicle> chronicles, Viewpoint viewpoint) {
        return chronicles.map(chronicle -> chronicle.at(viewpoint)).filter(chronicle -> !chronicle.untold());
    }

    /** A page's worth of a kind, in its order. */
    public static DocumentQuery of(Kind kind) {
        return kind.inOrder(PAGE);
    }
}
