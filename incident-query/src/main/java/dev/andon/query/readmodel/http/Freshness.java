package dev.andon.query.readmodel.http;

import dev.andon.query.readmodel.PositionNotReachedException;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.readmodel.ReadModelUnavailableException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@code Andon-Min-Position} and {@code Andon-Position}: a reader says how much an answer has to reflect, and is told how
 * much it does. An answer from several read models reflects what the least of them does.
 */
public final class Freshness {

    public static final String MIN_POSITION = "Andon-Min-Position";
    public static final String POSITION = "Andon-Position";

    private static final String RETRY_AFTER_SECONDS = "1";

    private Freshness() {}

    /**
     * To be called before reading: waits until these models reflect what the request demands, then sets the answer's header.
     * Fails with a problem, 503, as an {@link ErrorResponseException}, or with a {@link NotAPositionException}.
     */
    public static Mono<Long> of(ServerWebExchange exchange, ReadModel<?>... models) {
        return demanded(exchange.getRequest().getHeaders())
                .flatMap(wanted -> Flux.just(models).flatMap(model -> model.reached(wanted)).then())
                .then(Flux.just(models).flatMap(ReadModel::position).reduce(Math::min))
                .doOnNext(position -> exchange.getResponse().getHeaders().set(POSITION, Long.toString(position)))
                .onErrorMap(PositionNotReachedException.class, Freshness::notYet);
    }

    /** The same for who reads the log itself: it reflects all of it. */
    public static Mono<Long> ofLog(ServerWebExchange exchange, Mono<Long> head) {
        return demanded(exchange.getRequest().getHeaders()).defaultIfEmpty(0L)
                .zipWith(head)
                .flatMap(both -> both.getT1() <= both.getT2()
                        ? Mono.just(both.getT2())
                        : Mono.error(() -> notYet(both.getT1(), both.getT2(), null)))
                .doOnNext(position -> exchange.getResponse().getHeaders().set(POSITION, Long.toString(position)));
    }

    /** For what else fails for a while only: a {@link ReadModelUnavailableException} as the same kind of problem. */
    public static ErrorResponseException unavailable(ReadModelUnavailableException e) {
        return again("read-model-unavailable", "The answer is being prepared",
                e.getMessage() + ". Ask again in a moment.", e);
    }

    private static Mono<Long> demanded(HttpHeaders headers) {
        List<String> given = headers.getOrEmpty(MIN_POSITION);
        if (given.isEmpty()) {
            return Mono.empty();
        }
        try {
            long wanted = Long.parseLong(given.getFirst().strip());
            if (given.size() == 1 && wanted >= 0) {
                return Mono.just(wanted);
            }
        } catch (NumberFormatException e) {
            return Mono.error(new NotAPositionException(e));
        }
        return Mono.error(new NotAPositionException(null));
    }

    /** For who waits for a position of their own. */
    public static ErrorResponseException notYet(PositionNotReachedException e) {
        return notYet(e.wanted(), e.reached(), e);
    }

    private static ErrorResponseException notYet(long wanted, long reached, @Nullable Throwable cause) {
        return again("position-not-reached", "The answer is not that fresh yet",
                ("The answer reflects position %d by now, and %d was demanded. Ask again in a moment; if the log does not "
                        + "reach that far, no waiting will help.").formatted(reached, wanted),
                cause);
    }

    private static ErrorResponseException again(String type, String title, String detail, @Nullable Throwable cause) {
        ErrorResponseException problem = problem(HttpStatus.SERVICE_UNAVAILABLE, type, title, detail, cause);
        problem.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        return problem;
    }

    private static ErrorResponseException problem(HttpStatus status, String type, String title, String detail,
            @Nullable Throwable cause) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(URI.create("/problems/" + type));
        body.setTitle(title);
        return new ErrorResponseException(status, body, cause);
    }
}
