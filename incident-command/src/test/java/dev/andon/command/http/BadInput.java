package dev.andon.command.http;

import dev.andon.apidocs.Schemas;
import dev.andon.kernel.json.AndonJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes a body that is right, and makes one place of it wrong: every place that the API's description knows, in every way that
 * it rules out. What is described and not kept, or kept and not described, is found either way.
 */
final class BadInput {

    private static final String PLACE = "here-it-goes-wrong";
    private static final List<String> WRONG_TYPES = List.of("7", "\"text\"", "true", "{}", "[]", "[[]]");
    private static final List<String> WRONG_IN_PATHS = List.of(
            "x", "%C2%85", "0", "-1", "%F0%9F%92%A9", "x".repeat(300), "%20", "1e9");

    private final DescribedCommand command;
    private final ObjectNode body;
    private final List<Attempt> attempts = new ArrayList<>();

    /** @param pointer what the answer must name */
    record Attempt(String path, String pointer, byte[] body) {

        @Override
        public String toString() {
            String text = new String(body, StandardCharsets.ISO_8859_1);
            return path + " at " + pointer + ": " + (text.length() > 300 ? text.substring(0, 300) + "…" : text);
        }
    }

    private BadInput(DescribedCommand command) {
        this.command = command;
        this.body = nothingWrong(command);
    }

    static List<Attempt> of(DescribedCommand command) {
        var bad = new BadInput(command);
        bad.inPath();
        bad.inObject(command.body(), "");
        return bad.attempts;
    }

    /** A body that nothing is wrong with. */
    static ObjectNode nothingWrong(DescribedCommand command) {
        return (ObjectNode) DescribedCommand.sample(command.body());
    }

    private void inPath() {
        for (String variable : command.variables().keySet()) {
            for (String value : WRONG_IN_PATHS) {
                attempts.add(new Attempt(
                        command.pathWith(Map.of(variable, value)), "path: " + variable, bytes(body.toString())));
            }
        }
    }

    private void inObject(JsonNode schema, String pointer) {
        String unknown = "nobodyKnowsThis";
        ObjectNode copy = body.deepCopy();
        ((ObjectNode) copy.at(pointer)).put(unknown, 1);
        attempt(pointer + "/" + unknown, copy.toString());
        for (var field : schema.path("properties").properties()) {
            String place = pointer + "/" + field.getKey();
            JsonNode described = DescribedCommand.resolved(field.getValue());
            if (schema.path("required").valueStream().anyMatch(name -> name.stringValue().equals(field.getKey()))) {
                ObjectNode without = body.deepCopy();
                ((ObjectNode) without.at(pointer)).remove(field.getKey());
                attempt(place, without.toString());
            }
            inField(described, field.getKey(), pointer);
            JsonNode element = DescribedCommand.resolved(described.path("items"));
            if (described.has("properties")) {
                inObject(described, place);
            } else if (element.has("properties")) {
                inObject(element, place + "/0");
            }
        }
    }

    private void inField(JsonNode schema, String name, String pointer) {
        ObjectNode copy = body.deepCopy();
        ((ObjectNode) copy.at(pointer)).put(name, PLACE);
        for (String value : wrongValuesOf(schema, name)) {
            attempt(pointer + "/" + name, copy.toString().replace("\"" + PLACE + "\"", value));
        }
    }

    private void attempt(String pointer, String text) {
        attempts.add(new Attempt(command.pathWith(Map.of()), pointer, bytes(text)));
    }

    private static List<String> wrongValuesOf(JsonNode schema, String name) {
        JsonNode right = DescribedCommand.sample(schema);
        var values = new ArrayList<String>();
        WRONG_TYPES.stream()
                .filter(value -> AndonJson.mapper().readTree(value).getNodeType() != right.getNodeType())
                .forEach(values::add);
        values.add("null");
        values.add("[".repeat(20) + "]".repeat(20));
        values.add("[".repeat(40) + "]".repeat(40));
        values.add("[".repeat(100_000));
        values.add("{\"a\":".repeat(1_000) + "1" + "}".repeat(1_000));
        values.add("9".repeat(5_000));
        values.add("\"\u00ff\"");
        values.add("%s, \"%s\": %s".formatted(right, name, right));
        switch (schema.get("type").stringValue()) {
            case "integer", "number" -> {
                values.addAll(List.of("1e999", "-1e999", "9".repeat(400), "NaN", "\"3\""));
                values.addAll(outsideOf(schema));
            }
            case "string" -> values.addAll(wrongTexts(schema, right));
            case "array" -> values.addAll(wrongLists(schema, right));
            default -> values.add("1e999");
        }
        return values;
    }

    private static List<String> wrongTexts(JsonNode schema, JsonNode right) {
        var values = new ArrayList<>(List.of("1e999", "\"\"", "\"  \"", "\"a\\u0000b\"", "\"a\\u001bb\"",
                "\"a\\ud800b\"", "\"a\nb\"", "\"\\u0000\""));
        if (schema.has("maxLength")) {
            values.add("\"" + "x".repeat(schema.get("maxLength").intValue() + 1) + "\"");
        } else {
            values.addAll(List.of(
                    "\"no such thing\"", "\"%s\"".formatted("x".repeat(1_000)),
                    "\"%s \"".formatted(right.stringValue())));
        }
        switch (schema.path("format").asString("")) {
            case "date-time" -> values.addAll(List.of(
                    "\"yesterday\"", "\"2026-01-05\"", "\"2026-01-05T08:00:00\"", "1767600000",
                    "\"2026-02-30T00:00:00Z\"", "\"+99999-01-01T00:00:00Z\"", "\"0001-01-01T00:00:00Z\""));
            case "date" -> values.addAll(List.of(
                    "\"today\"", "\"2026-02-30\"", "\"2026-01-05T08:00:00Z\"", "\"+99999-01-01\""));
            default -> {
            }
        }
        if (schema.path("pattern").asString("").equals(Schemas.DURATION)) {
            values.addAll(List.of("\"-PT1M\"", "\"P100000D\"", "\"20 minutes\"", "\"P1M\""));
        }
        if (schema.has("x-not-in-the-future")) {
            values.add("\"9998-01-01T00:00:00Z\"");
        }
        return values;
    }

    private static List<String> wrongLists(JsonNode schema, JsonNode right) {
        String element = right.get(0).toString();
        var lists = new ArrayList<>(List.of("[null]", "[%s, null]".formatted(element), "[[]]", "[true]", "1e999"));
        lists.add("[" + (element + ",").repeat(schema.get("maxItems").intValue()) + element + "]");
        return lists;
    }

    private static List<String> outsideOf(JsonNode schema) {
        var values = new ArrayList<String>();
        if (schema.has("maximum")) {
            values.add(Long.toString(schema.get("maximum").asLong() + 1));
        }
        if (schema.has("minimum")) {
            values.add(Long.toString(schema.get("minimum").asLong() - 1));
        }
        if (schema.get("type").stringValue().equals("integer")) {
            values.addAll(List.of("2.5", "2147483648"));
        }
        return values;
    }

    /** Every character a byte, so that what is no UTF-8 can be said. */
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
