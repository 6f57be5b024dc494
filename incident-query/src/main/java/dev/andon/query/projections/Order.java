package dev.andon.query.projections;

import dev.andon.apidocs.CommonHeaders;
import dev.andon.apidocs.Json;
import dev.andon.apidocs.Operation;
import dev.andon.apidocs.ProblemTypes;
import dev.andon.apidocs.Schemas;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.node.ObjectNode;

/** What can be posted about a projection, as the API's description tells it. */
enum Order {
    REBUILD("rebuild", "rebuildProjection", "Builds a projection's documents again",
            "From the first event on, beside those that answer, which go on following the log until the new ones have come "
                    + "as far; then these take over and the old ones are dropped. While it is under way, asking again "
                    + "changes nothing. Whichever process works on the projection does it, within seconds, and goes on "
                    + "with it after a crash. No body is read."),
    RESUMPTION("resumption", "resumeProjection", "Lets a projection that has stopped try again",
            "Once what it stopped at is mended. A projection that has not stopped just goes on. Whichever process works on "
                    + "the projection does it, within seconds. No body is read.");

    private final String step;
    private final String id;
    private final String summary;
    private final String description;

    Order(String step, String id, String summary, String description) {
        this.step = step;
        this.id = id;
        this.summary = summary;
        this.description = description;
    }

    Operation operation(Schemas schemas) {
        ObjectNode variable = Json.object().put("name", "projection").put("in", "path").put("required", true)
                .put("example", "timeline");
        variable.putObject("schema").put("type", "string");
        ObjectNode accepted = Json.object().put("description", "It is noted; this is how the projection is doing now.");
        accepted.set("headers", CommonHeaders.in(List.of(
                CommonHeaders.CORRELATION_ID, CommonHeaders.RATE_LIMIT, CommonHeaders.RATE_LIMIT_POLICY)));
        accepted.putObject("content").putObject("application/json").set("schema",
                schemas.of(ProjectionProgress.class));
        return new Operation(HttpMethod.POST, "%s/{projection}/%s".formatted(ProjectionsController.PATH, step), id,
                ProjectionsController.TAG, summary, description, List.of(variable), null, Map.of("202", accepted),
                List.of(ProblemTypes.VALIDATION, ProblemTypes.PROJECTION_NOT_FOUND));
    }
}
