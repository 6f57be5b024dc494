package dev.andon.query.http;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Why a request cannot be answered, each as RFC 9457 wants it: a stable type, and a detail that says what to do. */
public final class Problems {

    /**
     * One thing wrong with a request.
     *
     * @param pointer names the part of the path, the query parameter or the header, such as {@code /limit}
     */
    public record BadField(String pointer, String detail) {}

    private Problems() {}

    public static ErrorResponseException invalid(List<BadField> errors) {
        ErrorResponseException problem = problem(
                HttpStatus.BAD_REQUEST, "validation", "The request is not valid",
                String.join("; ", errors.stream().map(error -> error.pointer() + " " + error.detail()).toList()), null);
        problem.getBody().setProperty("errors", errors);
        return problem;
    }

    /** @param kind such as {@code incident} */
    public static ErrorResponseException notFound(String kind, String id) {
        return problem(
                HttpStatus.NOT_FOUND, kind.replace(' ', '-') + "-not-found", "There is no such " + kind,
                "There is no %s %s. If it was recorded just now, send the Andon-Position of that answer as Andon-Min-Position."
                        .formatted(kind, id),
                null);
    }

    static ErrorResponseException notAcceptable(List<Format> formats) {
        return problem(
                HttpStatus.NOT_ACCEPTABLE, "not-acceptable", "Not in this format",
                "This answer comes as %s. Ask for one of them by Accept, or by ?format=%s.".formatted(
                        String.join(", ", formats.stream().map(format -> format.mediaType().toString()).toList()),
                        String.join(", ", formats.stream().map(Format::parameter).toList())),
                null);
    }

    static ErrorResponseException problem(
            HttpStatus status, String type, String title, String detail, @Nullable Throwable cause) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(URI.create("/problems/" + type));
        body.setTitle(title);
        return new ErrorResponseException(status, body, cause);
    }
}
