package dev.andon.command.http;

import dev.andon.command.decision.VersionMismatch;
import dev.andon.kernel.ProblemDetails;
import dev.andon.kernel.json.AndonJson;
import dev.andon.monitoring.Correlation;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Writes what is answered. */
final class Responses {

    private static final MediaType PROBLEM = MediaType.valueOf(ProblemDetails.MEDIA_TYPE);

    private Responses() {}

    static Mono<Void> json(ServerHttpResponse response, int status, Object body) {
        return write(response, status, MediaType.APPLICATION_JSON, body);
    }

    static Mono<Void> problem(ServerWebExchange exchange, ProblemDetails problem) {
        return write(
                exchange.getResponse(), problem.status(), PROBLEM,
                problem.at(exchange.getRequest().getPath().value()));
    }

    static Mono<Void> refusal(ServerWebExchange exchange, Throwable failure) {
        ProblemDetails problem = Problems.of(failure, Correlation.of(exchange));
        HttpHeaders headers = exchange.getResponse().getHeaders();
        switch (problem.status()) {
            case 503 -> headers.set(HttpHeaders.RETRY_AFTER, "1");
            // What of the request is still to come is no next request.
            case 408, 413 -> headers.set(HttpHeaders.CONNECTION, "close");
            default -> {
            }
        }
        if (failure instanceof VersionMismatch mismatch) {
            headers.setETag("\"" + mismatch.presentVersion() + "\"");
        }
        return problem(exchange, problem);
    }

    private static Mono<Void> write(ServerHttpResponse response, int status, MediaType type, Object body) {
        response.setRawStatusCode(status);
        response.getHeaders().setContentType(type);
        byte[] bytes = AndonJson.mapper().writeValueAsBytes(body);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
    }
}
