package dev.andon.command.http;

import dev.andon.apidocs.ApiDocument;
import dev.andon.command.AllRules;
import dev.andon.kernel.json.AndonJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One command as the API's description has it, and a request that is right for it, made from nothing but that. */
record DescribedCommand(String path, JsonNode operation) {

    static final JsonNode DOCUMENT = ApiDocument.of(
            List.of(new CommandPart(AllRules.list())), "https://identity.example.org");

    /** All but imports, which are streams of these. */
    static List<DescribedCommand> all() {
        return DOCUMENT.get("paths").properties().stream()
                .map(path -> new DescribedCommand(
                        path.getKey().substring(CommandRoutes.BASE_PATH.length()), path.getValue().get("post")))
                .filter(command -> !command.path().equals(Import.PATH))
                .toList();
    }

    static JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? DOCUMENT.at(schema.get("$ref").stringValue().substring(1)) : schema;
    }

    JsonNode body() {
        return resolved(operation.at("/requestBody/content/application~1json/schema"));
    }

    /** The path's variables, each with its shape. */
    Map<String, JsonNode> variables() {
        var variables = new LinkedHashMap<String, JsonNode>();
        for (JsonNode parameter : operation.get("parameters")) {
            if (parameter.path("in").asString("").equals("path")) {
                variables.put(parameter.get("name").stringValue(), resolved(parameter.get("schema")));
            }
        }
        return variables;
    }

    String pathWith(Map<String, String> values) {
        String actual = path;
        for (var variable : variables().entrySet()) {
            String right = sample(variable.getValue()).asString();
            actual = actual.replace(
                    "{" + variable.getKey() + "}", values.getOrDefault(variable.getKey(), right));
        }
        return actual;
    }

    /** A value that nothing is wrong with. */
    static JsonNode sample(JsonNode described) {
        JsonNode schema = resolved(described);
        if (schema.has("examples")) {
            return schema.get("examples").get(0);
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        return switch (schema.get("type").stringValue()) {
            case "boolean" -> json("true");
            case "integer", "number" -> json("3");
            case "array" -> array(schema);
            case "object" -> object(schema);
            default -> json(switch (schema.path("format").asString("")) {
                case "date-time" -> "\"2026-01-05T08:00:00Z\"";
                case "date" -> "\"2026-01-05\"";
                default -> "\"https://example.org/sample\"";
            });
        };
    }

    private static ArrayNode array(JsonNode schema) {
        return AndonJson.mapper().createArrayNode().add(sample(schema.get("items")));
    }

    private static ObjectNode object(JsonNode schema) {
        ObjectNode object = AndonJson.mapper().createObjectNode();
        schema.path("properties").properties().forEach(field -> object.set(field.getKey(), sample(field.getValue())));
        if (schema.path("additionalProperties").isObject()) {
            object.set("sample", sample(schema.get("additionalProperties")));
        }
        return object;
    }

    private static JsonNode json(String text) {
        return AndonJson.mapper().readTree(text);
    }

    @Override
    public String toString() {
        return path;
    }
}
