package dev.andon.apidocs;

/**
 * One reason for which an answer says no, the same for as long as the reason is the same.
 *
 * @param slug the last part of {@code type}
 * @param title what went wrong
 * @param when it happens
 * @param advice what to do
 */
public record ProblemType(String slug, int status, String title, String when, String advice) {

    /** As it stands in an answer. */
    public String type() {
        return "/problems/" + slug;
    }

    /** A rule's reason: its sentence says what is so and, behind the semicolon, what to do. */
    public static ProblemType refusal(String slug, String sentence) {
        int end = sentence.indexOf(';');
        String advice = sentence.substring(end + 1).strip();
        return new ProblemType(
                slug, 409, sentence.substring(0, Math.max(end, 0)),
                "a rule says no in the present state, which `state` holds",
                Character.toUpperCase(advice.charAt(0)) + advice.substring(1));
    }

    static ProblemType notFound(String kind) {
        return new ProblemType(
                kind + "-not-found", 404, "There is no such " + kind.replace('-', ' ').replace("api key", "API key"),
                "the path names something that was never recorded",
                "Check the identifier. If it was recorded just now, ask with that answer's `Andon-Position` as "
                        + "`Andon-Min-Position`.");
    }
}
