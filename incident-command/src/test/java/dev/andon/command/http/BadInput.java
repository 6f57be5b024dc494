package dev.andon.command.http;

import dev.andon.kernel.Identifier;
import dev.andon.kernel.json.AndonJson;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes a body that is right, and makes one place of it wrong: every place, in every way that fits it. */
final class BadInput {

    private static final String PLACE = "here-it-goes-wrong";
    private static final List<String> WRONG_TYPES = List.of("7", "\"text\"", "true", "{}", "[]", "[[]]");

    private final CommandRoute route;
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

    private BadInput(CommandRoute route) {
        this.route = route;
        this.body = Samples.objectOf(Samples.fieldsOf(route));
    }

    static List<Attempt> of(CommandRoute route) {
        var bad = new BadInput(route);
        bad.inPath();
        bad.inObject(Samples.fieldsOf(route), "");
        return bad.attempts;
    }

    /** A body that nothing is wrong with. */
    static JsonNode nothingWrong(CommandRoute route) {
        return new BadInput(route).body;
    }

    private void inPath() {
        for (String variable : Samples.variablesOf(route)) {
            for (String value : List.of("x", "%00", "0", "-1", "%F0%9F%92%A9", "x".repeat(300), "%20", "1e9")) {
                String path = Samples.pathOf(new CommandRoute(route.path(), route.command(), null, null, null, null));
                String[] segments = route.path().getPatternString().split("/");
                String[] actual = path.split("/");
                for (int i = 0; i < segments.length; i++) {
                    if (segments[i].equals("{" + variable + "}")) {
                        actual[i] = value;
                    }
                }
                attempts.add(new Attempt(String.join("/", actual), "path: " + variable, bytes(body.toString())));
            }
        }
    }

    private void inObject(List<RecordComponent> components, String pointer) {
        String unknown = "nobodyKnowsThis";
        ObjectNode copy = body.deepCopy();
        at(copy, pointer).put(unknown, 1);
        attempts.add(new Attempt(Samples.pathOf(route), pointer + "/" + unknown, bytes(copy.toString())));
        for (RecordComponent component : components) {
            inField(component, pointer);
            if (component.getType().isRecord() && !Identifier.class.isAssignableFrom(component.getType())) {
                inObject(List.of(component.getType().getRecordComponents()), pointer + "/" + component.getName());
            } else if (elementOf(component) instanceof Class<?> element && element.isRecord()
                    && !Identifier.class.isAssignableFrom(element)) {
                inObject(List.of(element.getRecordComponents()), pointer + "/" + component.getName() + "/0");
            }
        }
    }

    private void inField(RecordComponent component, String pointer) {
        if (Samples.isRequired(component)) {
            ObjectNode copy = body.deepCopy();
            at(copy, pointer).remove(component.getName());
            attempts.add(new Attempt(
                    Samples.pathOf(route), pointer + "/" + component.getName(), bytes(copy.toString())));
        }
        for (String value : wrongValuesOf(component)) {
            ObjectNode copy = body.deepCopy();
            at(copy, pointer).put(component.getName(), PLACE);
            attempts.add(new Attempt(
                    Samples.pathOf(route), pointer + "/" + component.getName(),
                    bytes(copy.toString().replace("\"" + PLACE + "\"", value))));
        }
    }

    private List<String> wrongValuesOf(RecordComponent component) {
        JsonNode right = Samples.of(component.getGenericType());
        var values = new ArrayList<String>();
        WRONG_TYPES.stream().filter(value -> !sameType(AndonJson.mapper().readTree(value), right)).forEach(values::add);
        values.add("null");
        values.add("[".repeat(20) + "]".repeat(20));
        values.add("[".repeat(40) + "]".repeat(40));
        values.add("[".repeat(100_000));
        values.add("{\"a\":".repeat(1_000) + "1" + "}".repeat(1_000));
        values.add("9".repeat(5_000));
        values.add("\"\u00ff\"");
        values.add("%s, \"%s\": %s".formatted(right, component.getName(), right));
        Class<?> type = component.getType();
        if (Samples.isNumber(type)) {
            values.addAll(List.of("1e999", "-1e999", "9".repeat(400), "-1", "NaN", "\"3\""));
            values.addAll(outsideOf(component));
        } else {
            values.add("1e999");
        }
        if (type == String.class) {
            values.addAll(List.of("\"\"", "\"  \"", "\"" + "x".repeat(10_001) + "\"", "\"a\\u0000b\"", "\"a\\u001bb\"",
                    "\"a\\ud800b\"", "\"a\nb\"", "\"\\u0000\""));
        } else if (right.isString()) {
            values.addAll(List.of("\"\"", "\"no such thing\"", "\"a\\u0000b\"", "\"%s\"".formatted("x".repeat(1_000)),
                    "\"%s \"".formatted(right.stringValue())));
        }
        if (type == Instant.class) {
            values.addAll(List.of("\"yesterday\"", "\"2026-01-05\"", "\"2026-01-05T08:00:00\"", "1767600000",
                    "\"2026-02-30T00:00:00Z\"", "\"+99999-01-01T00:00:00Z\"", "\"0001-01-01T00:00:00Z\""));
            if (component.getAccessor().isAnnotationPresent(PastOrPresent.class)) {
                values.add("\"9998-01-01T00:00:00Z\"");
            }
        } else if (type == Duration.class) {
            values.addAll(List.of("\"-PT1M\"", "\"P100000D\"", "\"20 minutes\"", "\"P1M\""));
        } else if (type == List.class) {
            values.addAll(listsOf(component, right));
        }
        return values;
    }

    private static List<String> listsOf(RecordComponent component, JsonNode right) {
        String element = right.get(0).toString();
        var lists = new ArrayList<>(List.of("[null]", "[%s, null]".formatted(element), "[[]]", "[true]"));
        Size size = component.getAccessor().getAnnotation(Size.class);
        if (size != null) {
            lists.add("[" + (element + ",").repeat(size.max()) + element + "]");
        }
        return lists;
    }

    private static List<String> outsideOf(RecordComponent component) {
        var values = new ArrayList<String>();
        Max max = component.getAccessor().getAnnotation(Max.class);
        Min min = component.getAccessor().getAnnotation(Min.class);
        if (max != null) {
            values.add(Long.toString(max.value() + 1));
        }
        if (min != null) {
            values.add(Long.toString(min.value() - 1));
        }
        if (component.getType() == int.class || component.getType() == Integer.class) {
            values.addAll(List.of("2.5", "2147483648"));
        }
        return values;
    }

    private static boolean sameType(JsonNode value, JsonNode right) {
        return value.getNodeType() == right.getNodeType();
    }

    private static Type elementOf(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list && list.getRawType() == List.class
                ? list.getActualTypeArguments()[0]
                : Map.class;
    }

    private static ObjectNode at(ObjectNode body, String pointer) {
        return (ObjectNode) body.at(pointer);
    }

    /** Every character a byte, so that what is no UTF-8 can be said. */
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
