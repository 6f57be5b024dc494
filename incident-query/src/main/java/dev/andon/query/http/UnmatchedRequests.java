package dev.andon.query.http;

import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/**
 * Answers requests that no question matches: an unknown path, a method other than GET. It speaks for the whole process, so
 * only one that answers nothing but questions registers it. It comes before Spring Boot's own, which is at -1.
 */
@Order(-2)
public final class UnmatchedRequests implements WebExceptionHandler {

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(error);
        }
        ResponseEntity<byte[]> answer = QuestionErrors.answerTo(error, exchange);
        var response = exchange.getResponse();
        response.setStatusCode(answer.getStatusCode());
        response.getHeaders().putAll(answer.getHeaders());
        return response.writeWith(Mono.justOrEmpty(answer.getBody()).map(response.bufferFactory()::wrap));
    }
}
