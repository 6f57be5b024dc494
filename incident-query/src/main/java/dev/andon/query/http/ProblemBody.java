package dev.andon.query.http;

import dev.andon.kernel.json.AndonJson;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;

/** A problem as it goes over the wire, written by the language's own JSON. */
final class ProblemBody {

    private static final URI UNNAMED = URI.create("about:blank");

    private ProblemBody() {}

    /** @param instance the path that was asked */
    static ResponseEntity<byte[]> of(ErrorResponse error, String instance) {
        var headers = new HttpHeaders(error.getHeaders());
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return new ResponseEntity<>(
                AndonJson.mapper().writeValueAsBytes(members(error.getBody(), instance)), headers,
                error.getStatusCode());
    }

    private static Map<String, Object> members(ProblemDetail problem, String instance) {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", typeOf(problem));
        put(members, "title", problem.getTitle());
        members.put("status", problem.getStatus());
        put(members, "detail", problem.getDetail());
        members.put("instance", instance);
        if (problem.getProperties() != null) {
            members.putAll(problem.getProperties());
        }
        return members;
    }

    /** The framework names no type for its own errors. */
    private static String typeOf(ProblemDetail problem) {
        URI type = problem.getType();
        return type == null || type.equals(UNNAMED) ? "/problems/http-" + problem.getStatus() : type.toString();
    }

    private static void put(Map<String, Object> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
    }
}
