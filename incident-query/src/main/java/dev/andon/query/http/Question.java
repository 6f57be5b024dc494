package dev.andon.query.http;

import dev.andon.apidocs.CommonHeaders;
import dev.andon.apidocs.Json;
import dev.andon.apidocs.Operation;
import dev.andon.apidocs.ProblemType;
import dev.andon.apidocs.ProblemTypes;
import dev.andon.apidocs.Schemas;
import dev.andon.kernel.IncidentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be asked at one path, for whoever reads the API's description. It stands beside the method that answers; tests
 * compare the two.
 *
 * @param id what generated clients call it
 * @param answer what its JSON is made of
 * @param named what the path names, in its order
 * @param headers that come with the answer, beside those that always do
 */
public record Question(
        String path,
        String id,
        String tag,
        String summary,
        String description,
        Class<?> answer,
        List<Format> formats,
        List<Named> named,
        List<Parameter> parameters,
        List<CommonHeaders> headers) {

    /** A parameter of the query string. */
    public record Parameter(String name, ObjectNode schema, String description) {

        /** See {@link QueryParameters#zone}. */
        public static final Parameter ZONE = text("zone",
                "The time zone in which Markdown and HTML say times and days, beside UTC: a name of the IANA database, "
                        + "such as `Africa/Johannesburg`, or an offset, such as `+02:00`.");

        public static Parameter text(String name, String description) {
            return new Parameter(name, Json.object().put("type", "string"), description);
        }

        public static Parameter instant(String name, String description) {
            return new Parameter(name, Json.object().put("type", "string").put("format", "date-time"), description);
        }

        public static Parameter position(String name, String description) {
            return new Parameter(name, Json.object().put("type", "integer").put("minimum", 1), description);
        }

        public static Parameter oneOf(String name, List<String> values, String description) {
            ObjectNode schema = Json.object().put("type", "string");
            schema.set("enum", Json.array(values));
            return new Parameter(name, schema, description);
        }

        public static Parameter flag(String name, String description) {
            return oneOf(name, List.of("true", "false"), description);
        }

        /** One of an enumeration's constants. */
        public static Parameter oneOf(String name, Enum<?>[] values, String description) {
            return oneOf(name, Stream.of(values).map(Enum::name).toList(), description);
        }

        ObjectNode described() {
            ObjectNode parameter = Json.object().put("name", name).put("in", "query").put("description", description);
            parameter.set("schema", schema.deepCopy());
            return parameter;
        }
    }

    /** What a path's variable names, with one that there is at the end of the examples' story. */
    public record Named(String variable, Class<?> identifier, String example, ProblemType missing) {

        public static final Named INCIDENT = new Named(
                "incidentId", IncidentId.class, "INC-1", ProblemTypes.INCIDENT_NOT_FOUND);

        private ObjectNode described(Schemas schemas) {
            ObjectNode named = Json.object().put("name", variable).put("in", "path").put("required", true);
            named.set("schema", schemas.of(identifier));
            return named.put("example", example);
        }
    }

    public Question {
        formats = List.copyOf(formats);
        named = List.copyOf(named);
        parameters = List.copyOf(parameters);
        headers = List.copyOf(headers);
    }

    public Operation operation(Schemas schemas) {
        var problems = new ArrayList<>(List.of(
                ProblemTypes.VALIDATION, ProblemTypes.POSITION_NOT_REACHED, ProblemTypes.READ_MODEL_UNAVAILABLE,
                ProblemTypes.STORE_UNAVAILABLE));
        named.forEach(each -> problems.add(each.missing()));
        return new Operation(
                HttpMethod.GET, path, id, tag, summary, description, allParameters(schemas), null,
                Map.of("200", answered(schemas)), problems);
    }

    private List<ObjectNode> allParameters(Schemas schemas) {
        var all = new ArrayList<ObjectNode>();
        named.forEach(each -> all.add(each.described(schemas)));
        parameters.forEach(parameter -> all.add(parameter.described()));
        all.add(Parameter.oneOf(
                Format.PARAMETER, formats.stream().map(Format::parameter).toList(),
                "The format of the answer; without it, `Accept` decides.").described());
        all.add(CommonHeaders.MIN_POSITION.parameter());
        return all;
    }

    private ObjectNode answered(Schemas schemas) {
        ObjectNode answered = Json.object().put("description", summary + ".");
        answered.set("headers", CommonHeaders.in(Stream.concat(
                Stream.of(CommonHeaders.POSITION, CommonHeaders.CORRELATION_ID, CommonHeaders.RATE_LIMIT,
                        CommonHeaders.RATE_LIMIT_POLICY),
                headers.stream()).toList()));
        ObjectNode content = answered.putObject("content");
        for (Format format : formats) {
            ObjectNode media = content.putObject(format.mediaType().getType() + "/" + format.mediaType().getSubtype());
            media.set("schema", format == Format.JSON ? schemas.of(answer) : Json.object().put("type", "string"));
        }
        return answered;
    }
}
