package dev.andon.query.http;

import dev.andon.access.AccessTable;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/**
 * Answers requests that no question matches: an unknown path, a method other than GET. A path that only the command service
 * knows is not unknown: a gateway sends everything here that is not posted. It speaks for the whole process, so only one
 * that answers nothing but questions registers it. It comes before Spring Boot's own, which is at -1.
 */
@Order(-2)
public final class UnmatchedRequests implements WebExceptionHandler {

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(error);
        }
        var response = exchange.getResponse();
        Set<HttpMethod> methods = AccessTable.methodsAt(exchange.getRequest().getPath().pathWithinApplication());
        boolean another = isAboutTheMethod(error) && !methods.isEmpty()
                && !methods.contains(exchange.getRequest().getMethod());
        ResponseEntity<byte[]> answer = QuestionErrors.answerTo(
                another ? new MethodNotAllowedException(exchange.getRequest().getMethod(), methods) : error, exchange);
        response.setStatusCode(answer.getStatusCode());
        response.getHeaders().putAll(answer.getHeaders());
        return response.writeWith(Mono.justOrEmpty(answer.getBody()).map(response.bufferFactory()::wrap));
    }

    private static boolean isAboutTheMethod(Throwable error) {
        return error instanceof MethodNotAllowedException
                || error instanceof ResponseStatusException refused
                        && refused.getStatusCode().isSameCodeAs(HttpStatus.NOT_FOUND);
    }
}
