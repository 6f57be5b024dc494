package dev.andon.query.http;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableChannel;
import reactor.netty.http.server.HttpServerResponse;

/** An answer that is sent bit by bit, each as soon as it is there; what fails before the first is answered with a problem. */
public final class Streamed {

    /** Asks reverse proxies not to wait until there is more to pass on. */
    private static final String PASS_ON_AT_ONCE = "X-Accel-Buffering";

    private Streamed() {}

    /** Completes empty when everything is sent, so that it can stand where another answer would. */
    public static <T> Mono<T> answer(ServerWebExchange exchange, Format format, Flux<byte[]> parts) {
        return Mono.defer(() -> {
            var response = exchange.getResponse();
            response.getHeaders().setContentType(format.mediaType());
            response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
            response.getHeaders().setCacheControl("no-store");
            response.getHeaders().set(PASS_ON_AT_ONCE, "no");
            return response.writeAndFlushWith(parts
                    .onErrorResume(NobodyReadsException.class, _ -> broken(response))
                    .map(part -> Mono.just(response.bufferFactory().wrap(part))));
        }).then(Mono.empty());
    }

    /** Otherwise the server would wait until the last byte is taken, which it never will be. */
    private static Mono<byte[]> broken(ServerHttpResponse response) {
        if (ServerHttpResponseDecorator.getNativeResponse(response) instanceof HttpServerResponse server) {
            server.withConnection(DisposableChannel::dispose);
        }
        return Mono.empty();
    }
}
