package dev.andon.query.http;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
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
        String path = exchange.getRequest().getPath().value();
        ResponseEntity<byte[]> answer = ProblemBody.of(named(QuestionErrors.responseTo(error), path), path);
        var response = exchange.getResponse();
        response.setStatusCode(answer.getStatusCode());
        response.getHeaders().putAll(answer.getHeaders());
        byte[] body = answer.getBody();
        return response.writeWith(Mono.justOrEmpty(body).map(response.bufferFactory()::wrap));
    }

    /** What the framework finds wrong before any question is asked. */
    private static ErrorResponse named(ErrorResponse error, String path) {
        return switch (error) {
            case MethodNotAllowedException method -> methodNotAllowed(method, path);
            case ResponseStatusException status when status.getStatusCode().isSameCodeAs(HttpStatus.NOT_FOUND) ->
                Problems.problem(
                        HttpStatus.NOT_FOUND, "not-found", "There is nothing here",
                        "No question has the path %s.".formatted(path), status);
            default -> error;
        };
    }

    private static ErrorResponse methodNotAllowed(MethodNotAllowedException error, String path) {
        ErrorResponseException problem = Problems.problem(
                HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "Not by this method",
                "%s answers %s.".formatted(
                        path, String.join(", ", error.getSupportedMethods().stream().map(HttpMethod::name).toList())),
                error);
        problem.getHeaders().putAll(error.getHeaders());
        return problem;
    }
}
