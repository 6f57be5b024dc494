package dev.andon.standalone;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document as somebody reads it who wants to send what it says, and to check what comes back. */
final class DescribedApi {

    private final JsonNode document;
    private final ObjectNode strictComponents;

    /** One thing that can be asked. */
    record Call(String method, String path, JsonNode operation) {

        List<JsonNode> parametersIn(String place) {
            return operation.get("parameters").valueStream()
                    .filter(parameter -> parameter.path("in").asString("").equals(place))
                    .toList();
        }

        /** The names of its examples, wherever they stand. */
        TreeSet<String> steps() {
            var steps = new TreeSet<String>();
            operation.findValues("examples").stream()
                    .filter(JsonNode::isObject)
                    .forEach(examples -> steps.addAll(examples.propertyNames()));
            return steps;
        }

        JsonNode bodyAt(String step) {
            return operation.at("/requestBody/content/application~1json/examples/" + step + "/value");
        }

        /** The path, with what its variables are in this step. */
        String pathAt(String step) {
            String actual = path;
            for (JsonNode variable : parametersIn("path")) {
                actual = actual.replace(
                        "{" + variable.get("name").stringValue() + "}",
                        variable.at("/examples/" + step + "/value").asString());
            }
            return actual;
        }

        int statusAt(String step) {
            return operation.get("responses").properties().stream()
                    .filter(answer -> answer.getValue().path("content").valueStream()
                            .anyMatch(media -> media.path("examples").has(step)))
                    .map(answer -> Integer.parseInt(answer.getKey()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("Nobody says how " + step + " is answered"));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    DescribedApi(String json) {
        this.document = JsonMapper.shared().readTree(json);
        this.strictComponents = (ObjectNode) document.get("components").deepCopy();
        strictComponents.get("schemas").valueStream()
                .filter(schema -> schema.has("properties"))
                .forEach(schema -> ((ObjectNode) schema).put("additionalProperties", false));
    }

    JsonNode schemas() {
        return document.get("components").get("schemas");
    }

    List<Call> calls() {
        var calls = new ArrayList<Call>();
        document.get("paths").properties().forEach(path -> path.getValue().properties().forEach(
                operation -> calls.add(new Call(
                        operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()))));
        return calls;
    }

    /** What of this answer the document does not say, or says otherwise; a field that it does not know, too. */
    List<Error> faultsIn(Call call, int status, String contentType, String body) {
        JsonNode answer = resolved(call.operation().get("responses").path(Integer.toString(status)));
        JsonNode schema = answer.path("content").path(contentType).path("schema");
        if (schema.isMissingNode()) {
            throw new AssertionError("%s says nothing about %d as %s".formatted(call, status, contentType));
        }
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.putArray("allOf").add(schema);
        root.set("components", strictComponents);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root)
                .validate(JsonMapper.shared().readTree(body), context -> context.executionConfig(
                        config -> config.formatAssertionsEnabled(true)));
    }

    /** The headers that come with an answer, as far as the document knows. */
    List<String> headersOf(Call call, int status) {
        return List.copyOf(resolved(call.operation().get("responses").path(Integer.toString(status)))
                .path("headers").propertyNames());
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").stringValue().substring(1)) : node;
    }

}
