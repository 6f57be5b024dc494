package dev.andon.query.http;

import dev.andon.kernel.ApiKeyId;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.ProblemDetails.BadField;
import dev.andon.kernel.ProblemId;
import java.util.List;
import java.util.function.Function;

/** Identifiers in paths: a malformed one is the caller's mistake, and not a thing that is not there. */
public final class PathVariables {

    private PathVariables() {}

    public static IncidentId incident(String given) {
        return read("incidentId", given, IncidentId::new);
    }

    public static ProblemId problem(String given) {
        return read("problemId", given, ProblemId::new);
    }

    public static ApiKeyId apiKey(String given) {
        return read("apiKeyId", given, ApiKeyId::new);
    }

    private static <T> T read(String name, String given, Function<String, T> read) {
        try {
            return read.apply(given);
        } catch (IllegalArgumentException e) {
            throw QuestionRefused.invalid(List.of(new BadField(name, String.valueOf(e.getMessage()))));
        }
    }
}
