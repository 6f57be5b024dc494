package dev.andon.query.http;

import dev.andon.query.readmodel.ReadModelUnavailableException;
import dev.andon.query.readmodel.http.Freshness;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.server.ServerWebExchange;

/**
 * Answers for the questions alone, so that it can share a process with whoever answers for commands. Nothing that goes wrong
 * inside is shown: it is logged, and the caller is told that it was not their fault.
 */
@ControllerAdvice(basePackages = "dev.andon.query")
public final class QuestionErrors {

    private static final Logger LOG = LoggerFactory.getLogger(QuestionErrors.class);

    @ExceptionHandler
    ResponseEntity<byte[]> problem(Exception error, ServerWebExchange exchange) {
        return ProblemBody.of(responseTo(error), exchange.getRequest().getPath().value());
    }

    static ErrorResponse responseTo(Throwable error) {
        return switch (error) {
            case ErrorResponse response -> response;
            case ReadModelUnavailableException unavailable -> Freshness.unavailable(unavailable);
            default -> {
                LOG.error("A question could not be answered", error);
                yield Problems.problem(
                        HttpStatus.INTERNAL_SERVER_ERROR, "internal", "Something went wrong here",
                        "This is not your fault. The log of the server says more.", error);
            }
        };
    }
}
