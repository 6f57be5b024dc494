package dev.andon.query.chronicles;

import dev.andon.query.http.Answer;
import dev.andon.query.http.Format;
import dev.andon.query.http.Paging;
import dev.andon.query.http.QueryParameters;
import dev.andon.query.http.Viewpoints;
import dev.andon.query.readmodel.Cursor;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.readmodel.Viewpoint;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The two questions that can be asked about any kind of thing: which there are, and what is known of one. */
public final class Shelf<T> {

    private final Chronicles chronicles;
    private final Viewpoints viewpoints;
    private final Kind kind;
    private final ReadModel<?>[] models;
    private final BiFunction<Chronicle, Viewpoint, Mono<T>> read;

    /**
     * @param read what a chronicle tells
     * @param others the models that it looks into, too
     */
    public Shelf(
            Chronicles chronicles, Viewpoints viewpoints, Kind kind, BiFunction<Chronicle, Viewpoint, Mono<T>> read,
            ReadModel<?>... others) {
        this.chronicles = chronicles;
        this.viewpoints = viewpoints;
        this.kind = kind;
        this.read = read;
        this.models = Stream.concat(Stream.of(chronicles.model()), Stream.of(others)).toArray(ReadModel<?>[]::new);
    }

    /** What a list is asked for, all of it read and none of it wrong. */
    public record Asked(Viewpoints.Asked viewpoint, Paging paging) {}

    /** To be called when every parameter of the list's own was asked about. */
    public Asked in(QueryParameters parameters, boolean descending) {
        var asked = new Asked(
                viewpoints.in(parameters),
                Paging.in(parameters, (descending ? "-" : "") + kind.group(), descending));
        parameters.refuseOthers();
        return asked;
    }

    /**
     * All of the kind that fit, page by page: for kinds of which there are hundreds, not millions.
     *
     * @param placeOf by what the list is sorted
     * @param answer made of the position and the page
     */
    public Mono<ResponseEntity<byte[]>> list(
            ServerWebExchange exchange, Asked asked, Predicate<T> fits, Function<T, Cursor> placeOf,
            BiFunction<Long, List<T>, Object> answer) {
        Format.wanted(exchange.getRequest(), Format.JSON);
        return viewpoints.of(exchange, asked.viewpoint(), models)
                .flatMap(viewpoint -> asked.paging()
                        .sortedPage(
                                exchange,
                                chronicles.all(kind, viewpoint)
                                        .concatMap(chronicle -> read.apply(chronicle, viewpoint))
                                        .filter(fits),
                                placeOf)
                        .map(page -> Answer.json(answer.apply(viewpoint.position(), page)).entity()));
    }

    /** One of them; {@code called} says in words what kind of thing it is. */
    public Mono<ResponseEntity<byte[]>> one(ServerWebExchange exchange, DocumentKey key, String called, String id) {
        Format.wanted(exchange.getRequest(), Format.JSON);
        QueryParameters parameters = QueryParameters.of(exchange.getRequest());
        Viewpoints.Asked asked = viewpoints.in(parameters);
        parameters.refuseOthers();
        return viewpoints.of(exchange, asked, models)
                .flatMap(viewpoint -> chronicles.require(key, viewpoint, called, id)
                        .flatMap(chronicle -> read.apply(chronicle, viewpoint)))
                .map(thing -> Answer.json(thing).entity());
    }
}
