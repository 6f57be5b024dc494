package dev.andon.kernel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer that says no, as RFC 9457 writes it. Both sides answer with it, in the same words.
 *
 * @param type a path that stays the same for the same reason: {@code /problems/validation}
 * @param detail what a person can do about it
 * @param instance the path that was asked
 * @param errors every bad field at once
 * @param state what stands in the way: a member of its own, for an incident has a status as well
 */
public record ProblemDetails(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<BadField> errors,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> state) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public ProblemDetails {
        errors = List.copyOf(errors);
        state = new LinkedHashMap<>(state);
    }

    /**
     * One bad field: where it is, and what to do about it.
     *
     * @param pointer a JSON pointer into the body, or where else something of this name stands
     */
    public record BadField(String pointer, String detail) {

        public static String inPath(String name) {
            return "path: " + name;
        }

        public static String inQuery(String name) {
            return "query: " + name;
        }

        public static String inHeader(String name) {
            return "header: " + name;
        }
    }

    /** What HTTP itself refuses, whatever was asked. */
    public static ProblemDetails ofStatus(int status) {
        return switch (status) {
            case 400 ->
                of(400, "malformed", "The request cannot be read", "Check the URL, the parameters and the body.");
            case 404 -> of(404, "not-found", "There is nothing at this path", "Check the path.");
            case 405 ->
                of(405, "method-not-allowed", "This method is not for this path", "The Allow header says which are.");
            case 406 ->
                of(406, "not-acceptable", "The answer does not exist in this format", "Ask for another in Accept.");
            case 408 ->
                of(408, "request-timeout", "The request took too long to arrive", "Send it again, without a pause.");
            case 413 -> of(413, "content-too-large", "The body is too large", "Send at most 256 KiB.");
            case 415 ->
                of(415, "unsupported-media-type", "The body is in the wrong format", "Send it as application/json.");
            case 414 -> of(414, "uri-too-long", "The path is too long", "Send what is long in the body.");
            case 431 ->
                of(431, "header-fields-too-large", "The header fields are too large", "Send at most 16 KiB of them.");
            case 503 -> of(503, "unavailable", "Not now",
                    "The request may have been recorded. Send it again, with the same Idempotency-Key.");
            default -> of(status, "http-" + status, "The request was refused", "The status code says why.");
        };
    }

    /** @param slug the last part of the type */
    public static ProblemDetails of(int status, String slug, String title, String detail) {
        return new ProblemDetails("/problems/" + slug, title, status, detail, null, List.of(), Map.of());
    }

    public static ProblemDetails invalid(List<BadField> errors) {
        String detail = errors.size() == 1
                ? "%s %s".formatted(errors.getFirst().pointer(), errors.getFirst().detail())
                : "%d fields are wrong; see errors.".formatted(errors.size());
        return of(400, "validation", "The request is not valid", detail).with(errors);
    }

    /** @param kind what was looked for, in words */
    public static ProblemDetails notFound(String kind, String detail) {
        return of(404, kind.toLowerCase(Locale.ROOT).replace(' ', '-') + "-not-found", "There is no such " + kind,
                detail);
    }

    public ProblemDetails with(List<BadField> badFields) {
        return new ProblemDetails(type, title, status, detail, instance, badFields, state);
    }

    public ProblemDetails with(Map<String, Object> presentState) {
        return new ProblemDetails(type, title, status, detail, instance, errors, presentState);
    }

    public ProblemDetails at(String path) {
        return new ProblemDetails(type, title, status, detail, path, errors, state);
    }
}
