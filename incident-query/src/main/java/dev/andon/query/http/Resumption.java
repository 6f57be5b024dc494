package dev.andon.query.http;

import dev.andon.kernel.ProblemDetails.BadField;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Where somebody goes on who was told of some entries already: {@code after}, or what a browser says by itself. */
public final class Resumption {

    private static final String NAME = "after";

    public static final Question.Parameter AFTER = new Question.Parameter(
            NAME, Question.Parameter.position(NAME, "").schema().deepCopy().put("minimum", 0).put("default", 0),
            "Only what stands behind this position.");

    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final String NO_POSITION = "must be a position, or 0 for the beginning";

    private Resumption() {}

    /** 0 if nothing is said; a header wins, since a browser repeats the parameter whenever it connects again. */
    public static long in(QueryParameters parameters, ServerHttpRequest request) {
        Long after = parameters.optional(NAME, Resumption::position);
        String last = request.getHeaders().getFirst(LAST_EVENT_ID);
        if (last != null && !last.isBlank()) {
            try {
                return position(last.strip());
            } catch (IllegalArgumentException e) {
                parameters.add(new BadField(BadField.inHeader(LAST_EVENT_ID), String.valueOf(e.getMessage())));
            }
        }
        return after == null ? 0 : after;
    }

    /** See {@link #refuseBeyond(String, long, long)}. */
    public static void refuseBeyond(long head, long after) {
        refuseBeyond(NAME, head, after);
    }

    /** Whoever has seen what is not there has seen another log. */
    public static void refuseBeyond(String name, long head, long after) {
        if (after > head) {
            throw QuestionRefused.badParameter(
                    name, "is behind the end of the log, which is at %d: was it another log?".formatted(head));
        }
    }

    private static long position(String given) {
        try {
            long position = Long.parseLong(given);
            if (position >= 0) {
                return position;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(NO_POSITION, e);
        }
        throw new IllegalArgumentException(NO_POSITION);
    }
}
