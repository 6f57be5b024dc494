package dev.andon.apidocs;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.node.ObjectNode;

/**
 * One thing that can be asked of the server.
 *
 * @param id unique; what generated clients call it
 * @param summary in a few words
 * @param parameters in the path, the query string and the header
 * @param body what is to be sent; absent if nothing is
 * @param answers by status, where all goes well
 * @param problems that are its own; those of every request are added
 */
public record Operation(
        HttpMethod method,
        String path,
        String id,
        String tag,
        String summary,
        String description,
        List<ObjectNode> parameters,
        @Nullable ObjectNode body,
        Map<String, ObjectNode> answers,
        List<ProblemType> problems) {

    public Operation {
        parameters = List.copyOf(parameters);
        answers = Map.copyOf(answers);
        problems = List.copyOf(problems);
    }
}
