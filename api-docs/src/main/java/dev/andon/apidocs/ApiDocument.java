package dev.andon.apidocs;

import static dev.andon.apidocs.CommonHeaders.CORRELATION_ID;
import static dev.andon.apidocs.CommonHeaders.ETAG;
import static dev.andon.apidocs.CommonHeaders.RATE_LIMIT;
import static dev.andon.apidocs.CommonHeaders.RATE_LIMIT_POLICY;
import static dev.andon.apidocs.CommonHeaders.RETRY_AFTER;
import static dev.andon.apidocs.CommonHeaders.WWW_AUTHENTICATE;

import dev.andon.kernel.ProblemDetails;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The OpenAPI document of some parts. Whatever can happen to any request (who are you, not so fast) is added here to every
 * operation, so that no part can forget it.
 */
public final class ApiDocument {

    private static final List<ProblemType> ALWAYS = List.of(
            ProblemTypes.MALFORMED, ProblemTypes.UNAUTHENTICATED, ProblemTypes.FORBIDDEN, ProblemTypes.NOT_FROM_THERE,
            ProblemTypes.ORIGIN_NOT_ALLOWED, ProblemTypes.NOT_ACCEPTABLE, ProblemTypes.URI_TOO_LONG,
            ProblemTypes.TOO_MANY_REQUESTS,
            ProblemTypes.HEADER_FIELDS_TOO_LARGE, ProblemTypes.INTERNAL, ProblemTypes.IDENTITY_PROVIDER_UNAVAILABLE,
            ProblemTypes.STOPPING);

    private final Schemas schemas = new Schemas();
    private final ObjectNode paths = Json.object();
    private final Map<ObjectNode, String> responseNames = new HashMap<>();
    private final ObjectNode responses = Json.object();

    private ApiDocument() {}

    /** @param openIdConfiguration where the identity provider describes itself */
    public static ObjectNode of(List<? extends Part> parts, String openIdConfiguration) {
        return new ApiDocument().describe(parts, openIdConfiguration);
    }

    private ObjectNode describe(List<? extends Part> parts, String openIdConfiguration) {
        List<Operation> operations = parts.stream().flatMap(part -> part.operations(schemas).stream()).toList();
        operations.forEach(this::add);
        ObjectNode document = Preface.of(parts, openIdConfiguration);
        document.set("paths", paths);
        ObjectNode components = document.putObject("components");
        components.set("schemas", schemas.all());
        components.set("responses", responses);
        CommonHeaders.parameters().entrySet().stream()
                .filter(parameter -> operations.stream().anyMatch(operation -> operation.parameters()
                        .contains(Json.reference("parameters/" + parameter.getKey()))))
                .forEach(parameter -> components.withObject("/parameters").set(parameter.getKey(),
                        parameter.getValue()));
        ObjectNode headers = components.putObject("headers");
        CommonHeaders.headers().entrySet().stream()
                .filter(header -> operations.stream().anyMatch(operation -> isUsed(header.getKey(), operation)))
                .forEach(header -> headers.set(header.getKey(), header.getValue()));
        components.set("securitySchemes", Preface.securitySchemes(openIdConfiguration));
        return document;
    }

    private boolean isUsed(String header, Operation operation) {
        String reference = "\"" + Json.reference("headers/" + header).get("$ref").stringValue() + "\"";
        return responses.toString().contains(reference) || operation.answers().toString().contains(reference);
    }

    private void add(Operation operation) {
        ObjectNode described = Json.object();
        described.set("tags", Json.array(List.of(operation.tag())));
        described.put("operationId", operation.id())
                .put("summary", operation.summary())
                .put("description", operation.description() + "\n\n" + Preface.rolesFor(operation));
        ArrayNode parameters = described.putArray("parameters");
        operation.parameters().forEach(parameters::add);
        if (operation.body() != null) {
            described.set("requestBody", operation.body());
        }
        ObjectNode answers = described.putObject("responses");
        operation.answers().forEach((status, answer) -> answers.set(status, answer));
        problems(operation).forEach((status, types) -> answers.set(
                status.toString(), problemOrOwn(operation, status, types)));
        String method = operation.method().name().toLowerCase(Locale.ROOT);
        paths.withObjectProperty(operation.path()).set(method, described);
    }

    /** An answer that a part describes itself, with an example say, stays as it is, and is told which types there are. */
    private ObjectNode problemOrOwn(Operation operation, Integer status, List<ProblemType> types) {
        ObjectNode problem = problem(status, types);
        ObjectNode own = operation.answers().get(status.toString());
        if (own != null) {
            ObjectNode content = (ObjectNode) problem.get("content").get(ProblemDetails.MEDIA_TYPE);
            content.set("examples", own.get("examples"));
            return problem;
        }
        return Json.reference(
                "responses/" + responseNames.computeIfAbsent(problem, _ -> named(status, problem, operation)));
    }

    /** Called after its status or, if that name is taken, after the first operation that is answered so as well. */
    private String named(int status, ObjectNode problem, Operation operation) {
        String plain = HttpStatus.valueOf(status).getReasonPhrase().replace(" ", "").replace("-", "");
        String id = operation.id();
        String name = responses.has(plain) ? plain + "To" + Character.toUpperCase(id.charAt(0)) + id.substring(1)
                : plain;
        responses.set(name, problem);
        return name;
    }

    private static Map<Integer, List<ProblemType>> problems(Operation operation) {
        return Stream.concat(ALWAYS.stream(), operation.problems().stream())
                .distinct()
                .collect(Collectors.groupingBy(ProblemType::status, TreeMap::new, Collectors.toList()));
    }

    private ObjectNode problem(int status, List<ProblemType> types) {
        ObjectNode response = Json.object().put("description", types.stream()
                .map(type -> "`%s`: %s.".formatted(type.type(), type.title()))
                .collect(Collectors.joining("\n\n")));
        response.set("headers", CommonHeaders.in(headersOf(status)));
        ObjectNode schema = response.putObject("content").putObject(ProblemDetails.MEDIA_TYPE).putObject("schema");
        ArrayNode all = schema.putArray("allOf");
        all.add(schemas.of(ProblemDetails.class));
        ObjectNode properties = all.addObject().putObject("properties");
        properties.putObject("type").put("type", "string").set(
                "enum", Json.array(types.stream().map(ProblemType::type).toList()));
        return response;
    }

    private static List<CommonHeaders> headersOf(int status) {
        var headers = new ArrayList<CommonHeaders>();
        switch (status) {
            case 401 -> headers.add(WWW_AUTHENTICATE);
            case 412 -> headers.addAll(List.of(ETAG));
            case 429, 503 -> headers.add(RETRY_AFTER);
            default -> {
            }
        }
        headers.addAll(List.of(CORRELATION_ID, RATE_LIMIT, RATE_LIMIT_POLICY));
        return headers;
    }
}
