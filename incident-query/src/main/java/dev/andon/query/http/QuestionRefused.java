package dev.andon.query.http;

import dev.andon.kernel.ProblemDetails.BadField;
import dev.andon.kernel.ProblemDetails;
import java.time.Instant;
import java.util.List;

/** A question that has no answer, and why. */
public final class QuestionRefused extends RuntimeException {

    private final transient ProblemDetails problem;

    private QuestionRefused(ProblemDetails problem) {
        super(problem.detail());
        this.problem = problem;
    }

    static QuestionRefused invalid(List<BadField> errors) {
        return new QuestionRefused(ProblemDetails.invalid(errors));
    }

    /** A parameter that turns out to be wrong only when it is compared with what there is. */
    public static QuestionRefused badParameter(String name, String detail) {
        return invalid(List.of(new BadField(BadField.inQuery(name), detail)));
    }

    /** @param kind such as {@code incident} */
    public static QuestionRefused notFound(String kind, String id) {
        return new QuestionRefused(ProblemDetails.notFound(
                kind,
                "There is no %s %s. If it was recorded just now, send that answer's Andon-Position as Andon-Min-Position."
                        .formatted(kind, id)));
    }

    /**
     * For what was not there at the moment that is asked about.
     *
     * @param since such as {@code it was first recorded at 2026-03-02T09:00:00Z}
     */
    public static QuestionRefused notYet(String kind, String id, String since) {
        return new QuestionRefused(ProblemDetails.notFound(
                kind, "There was no %s %s yet: %s. Ask for that moment or a later one.".formatted(kind, id, since)));
    }

    /** The same of what was known later only. */
    public static QuestionRefused notYetRecorded(String kind, String id, Instant recordedAt, long position) {
        return notYet(kind, id, "it was first recorded at %s, at position %d".formatted(recordedAt, position));
    }

    public static QuestionRefused noSuchProjection(String name, List<String> known) {
        return new QuestionRefused(ProblemDetails.of(
                404, "projection-not-found", "There is no such projection",
                "There is no projection %s; there is %s.".formatted(name, String.join(", ", known))));
    }

    static QuestionRefused notAcceptable(List<Format> formats) {
        return new QuestionRefused(ProblemDetails.of(
                406, "not-acceptable", "The answer does not exist in this format",
                "It comes as %s. Ask for one of them in Accept, or by ?format= with %s.".formatted(
                        String.join(", ", formats.stream().map(format -> format.mediaType().toString()).toList()),
                        String.join(", ", formats.stream().map(Format::parameter).toList()))));
    }

    /** For what there is no way to write in the format that was wanted. */
    public static QuestionRefused notAcceptable(String detail) {
        return new QuestionRefused(ProblemDetails.of(
                406, "not-acceptable", "The answer does not exist in this format", detail));
    }

    public static QuestionRefused templateFailed(String detail) {
        return new QuestionRefused(ProblemDetails.of(
                500, "template-failed", "The document's template failed",
                detail + ". Whoever runs the server has to put it right; as JSON, the document needs no template."));
    }

    public static QuestionRefused tooBusy() {
        return new QuestionRefused(ProblemDetails.of(
                503, "too-busy", "Too much at once",
                "More documents are waiting to be written than may. Ask again in a few seconds, or for JSON."));
    }

    public static QuestionRefused storeUnavailable() {
        return new QuestionRefused(ProblemDetails.of(
                503, "store-unavailable", "The store does not answer", "Ask again, after Retry-After seconds."));
    }

    ProblemDetails problem() {
        return problem;
    }
}
