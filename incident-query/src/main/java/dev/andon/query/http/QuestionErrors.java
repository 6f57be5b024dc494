package dev.andon.query.http;

import dev.andon.kernel.ProblemDetails.BadField;
import dev.andon.kernel.ProblemDetails;
import dev.andon.kernel.json.AndonJson;
import dev.andon.monitoring.Correlation;
import dev.andon.query.readmodel.ReadModelUnavailableException;
import dev.andon.query.readmodel.http.Freshness;
import dev.andon.query.readmodel.http.NotAPositionException;
import java.net.URI;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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

    /** How the framework says that it has no name for an error. */
    private static final URI UNNAMED = URI.create("about:blank");

    private static final String RETRY_AFTER = "5";

    private static final ProblemDetails UNEXPECTED = ProblemDetails.of(
            HttpStatus.INTERNAL_SERVER_ERROR.value(), "internal", "Something went wrong here",
            "It was not the request. The server's log says more.");

    @ExceptionHandler
    ResponseEntity<byte[]> answer(Exception error, ServerWebExchange exchange) {
        return answerTo(error instanceof ReadModelUnavailableException e ? Freshness.unavailable(e) : error, exchange);
    }

    public static ResponseEntity<byte[]> answerTo(Throwable error, ServerWebExchange exchange) {
        ProblemDetails problem = problemOf(error, exchange).at(exchange.getRequest().getPath().value());
        var headers = new HttpHeaders();
        if (error instanceof ErrorResponse response) {
            headers.putAll(response.getHeaders());
        }
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE.value()
                && !headers.containsHeader(HttpHeaders.RETRY_AFTER)) {
            headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        }
        headers.setContentType(MediaType.parseMediaType(ProblemDetails.MEDIA_TYPE));
        return new ResponseEntity<>(
                AndonJson.mapper().writeValueAsBytes(problem), headers, HttpStatus.valueOf(problem.status()));
    }

    private static ProblemDetails problemOf(Throwable error, ServerWebExchange exchange) {
        return switch (error) {
            case QuestionRefused refused -> refused.problem();
            case NotAPositionException e -> ProblemDetails.invalid(List.of(
                    new BadField(BadField.inHeader(Freshness.MIN_POSITION), String.valueOf(e.getMessage()))));
            case ErrorResponse response -> problemOf(response);
            default -> {
                Correlation.of(exchange).run(() -> LOG.error("A question could not be answered", error));
                yield UNEXPECTED;
            }
        };
    }

    private static ProblemDetails problemOf(ErrorResponse response) {
        var body = response.getBody();
        URI type = body.getType();
        String title = body.getTitle();
        String detail = body.getDetail();
        int status = response.getStatusCode().value();
        return type == null || type.equals(UNNAMED) || title == null || detail == null
                ? ProblemDetails.ofStatus(status)
                : ProblemDetails.of(status, type.getPath().substring("/problems/".length()), title, detail);
    }
}
