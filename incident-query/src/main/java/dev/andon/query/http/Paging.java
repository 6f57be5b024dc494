package dev.andon.query.http;

import dev.andon.apidocs.Json;
import dev.andon.query.readmodel.Cursor;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.DocumentQuery;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A list page by page. A cursor names the list and the order that it belongs to: in another one it would skip some things
 * and repeat others, and nobody would notice.
 *
 * @param order the list and its order, such as {@code changes.-deployedAt}
 * @param after where the page before this one ended
 */
public record Paging(String order, boolean descending, int limit, @Nullable Cursor after) {

    private static final int LARGEST_PAGE = 500;
    private static final int USUAL_PAGE = 50;

    private static final Comparator<Cursor> BY_PLACE = Comparator.comparing(Cursor::value)
            .thenComparing(cursor -> cursor.key().group())
            .thenComparing(cursor -> cursor.key().id());

    /** For the descriptions of lists. */
    public static final List<Question.Parameter> PARAMETERS = List.of(
            new Question.Parameter(
                    "limit", Json.object().put("type", "integer").put("minimum", 1).put("maximum", LARGEST_PAGE)
                            .put("default", USUAL_PAGE),
                    "How many on a page."),
            Question.Parameter.text("cursor", "Where the page begins, as the `Link` has it."));

    /** Reads {@code limit} and {@code cursor}. */
    public static Paging in(QueryParameters parameters, String order, boolean descending) {
        return new Paging(
                order, descending, parameters.number("limit", 1, LARGEST_PAGE, USUAL_PAGE),
                parameters.optional("cursor", given -> cursorIn(order, given)));
    }

    /** Begins where the page begins, in this direction. */
    public DocumentQuery narrow(DocumentQuery query) {
        DocumentQuery directed = descending ? query.fromTheEnd() : query;
        return after == null ? directed : directed.continuingAfter(after);
    }

    private record Placed<T>(T thing, Cursor place) {}

    /** The page, and a {@code Link} to the next one if there is any. */
    public <T> Mono<List<T>> page(ServerWebExchange exchange, Flux<T> inOrder, Function<T, Cursor> placeOf) {
        return placedPage(exchange, placed(inOrder, placeOf));
    }

    /**
     * The same where an index puts things into order, which may know more than the answer is to reflect.
     *
     * @param inOrder what was not changed behind the answer's position, and so is in its place
     * @param changed what was; also what the index does not find any more
     */
    public <T> Mono<List<T>> page(
            ServerWebExchange exchange, Flux<T> inOrder, Flux<T> changed, Function<T, Cursor> placeOf) {
        return placedPage(
                exchange, sorted(Flux.concat(placed(inOrder, placeOf).take(limit + 1L), placed(changed, placeOf))));
    }

    /** The same of things that are in no order yet, and not too many to be put into one. */
    public <T> Mono<List<T>> sortedPage(ServerWebExchange exchange, Flux<T> things, Function<T, Cursor> placeOf) {
        return placedPage(exchange, sorted(placed(things, placeOf)));
    }

    private <T> Flux<Placed<T>> placed(Flux<T> things, Function<T, Cursor> placeOf) {
        return things.map(thing -> new Placed<>(thing, placeOf.apply(thing)))
                .filter(placed -> after == null || compare(placed.place(), after) > 0);
    }

    private <T> Flux<Placed<T>> sorted(Flux<Placed<T>> placed) {
        return placed.sort((one, other) -> compare(one.place(), other.place()));
    }

    private <T> Mono<List<T>> placedPage(ServerWebExchange exchange, Flux<Placed<T>> inOrder) {
        return inOrder.take(limit + 1L)
                .collectList()
                .map(found -> {
                    List<Placed<T>> shown = found.stream().limit(limit).toList();
                    if (found.size() > limit) {
                        link(exchange, shown.getLast().place());
                    }
                    return shown.stream().map(Placed::thing).toList();
                });
    }

    /** The place of what has a name of its own in a list. */
    public static Cursor place(String value, String name) {
        return new Cursor(value, DocumentKey.single(name));
    }

    private int compare(Cursor one, Cursor other) {
        return descending ? BY_PLACE.compare(other, one) : BY_PLACE.compare(one, other);
    }

    private void link(ServerWebExchange exchange, Cursor last) {
        String next = UriComponentsBuilder.fromPath(exchange.getRequest().getPath().value())
                .query(exchange.getRequest().getURI().getRawQuery())
                .replaceQueryParam("cursor", order + "." + last.encode())
                .build(true)
                .toUriString();
        exchange.getResponse().getHeaders().add(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(next));
    }

    private static Cursor cursorIn(String order, String given) {
        if (!given.startsWith(order + ".")) {
            throw new IllegalArgumentException(
                    "is not a cursor that an earlier answer of this list, in this order, gave");
        }
        return Cursor.decode(given.substring(order.length() + 1));
    }
}
