package dev.andon.monitoring;

import dev.andon.kernel.ProblemDetails;
import dev.andon.kernel.json.AndonJson;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The requests that are being answered. Whatever is taken in is answered before the server stops, and when that begins,
 * nothing more is taken in. A server that stops closes each connection as soon as one answer on it is given, also if the next
 * request has come by then: that would be decided and recorded, and nobody would be told.
 */
@Order(Ordered.HIGHEST_PRECEDENCE) // nearest to the handler, so that a refusal is correlated, too
final class RequestsUnderWay implements HttpHandlerDecoratorFactory {

    private static final ProblemDetails STOPPING = ProblemDetails.of(
            503, "stopping", "The server is being stopped",
            "Nothing was recorded. Send it again, after Retry-After seconds, on another connection.");
    private static final String RETRY_SECONDS = "1";

    private final AtomicLong count = new AtomicLong();
    private final Sinks.Empty<Void> answered = Sinks.empty();
    private volatile boolean lastOnes;
    private volatile boolean closed;

    @Override
    public HttpHandler apply(HttpHandler handler) {
        return (request, response) -> {
            if (lastOnes) {
                response.getHeaders().set(HttpHeaders.CONNECTION, "close");
            }
            count.incrementAndGet();
            return (closed ? refuse(request, response) : handler.handle(request, response)).doFinally(_ -> over());
        };
    }

    /** From now on, each answer is the last one on its connection: whoever has more to send finds another server. */
    void areTheLastOnes() {
        lastOnes = true;
    }

    /** Takes no more in, and ends when everything is answered that was taken in. */
    Mono<Void> untilAnswered() {
        lastOnes = true;
        closed = true;
        endIfAnswered();
        return answered.asMono();
    }

    private void over() {
        count.decrementAndGet();
        endIfAnswered();
    }

    private void endIfAnswered() {
        if (closed && count.get() == 0) {
            answered.tryEmitEmpty();
        }
    }

    private static Mono<Void> refuse(ServerHttpRequest request, ServerHttpResponse response) {
        response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
        response.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        response.getHeaders().setContentType(MediaType.valueOf(ProblemDetails.MEDIA_TYPE));
        byte[] body = AndonJson.mapper().writeValueAsBytes(STOPPING.at(request.getPath().value()));
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }
}
