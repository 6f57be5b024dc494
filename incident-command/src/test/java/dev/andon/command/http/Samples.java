package dev.andon.command.http;

import dev.andon.kernel.Identifier;
import dev.andon.kernel.json.AndonJson;
import jakarta.validation.constraints.Size;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A value that is right for every component that a command can have, derived from nothing but its type. */
final class Samples {

    private Samples() {}

    /** The components of a command that are fields of the body. */
    static List<RecordComponent> fieldsOf(CommandRoute route) {
        List<String> inPath = variablesOf(route);
        return Arrays.stream(route.command().getRecordComponents())
                .filter(component -> !inPath.contains(component.getName()))
                .filter(component -> !route.drawn().contains(component.getName()))
                .toList();
    }

    static List<String> variablesOf(CommandRoute route) {
        return CommandRoutes.match(route.path().getPatternString().replaceAll("[{}]", ""))
                .orElseThrow()
                .variables()
                .keySet()
                .stream()
                .toList();
    }

    static String pathOf(CommandRoute route) {
        String path = route.path().getPatternString();
        for (RecordComponent component : route.command().getRecordComponents()) {
            String value = component.getType() == long.class ? "1" : textOf(of(component.getGenericType()));
            path = path.replace("{" + component.getName() + "}", value);
        }
        return path;
    }

    static ObjectNode objectOf(List<RecordComponent> components) {
        ObjectNode object = AndonJson.mapper().createObjectNode();
        components.forEach(component -> object.set(component.getName(), of(component.getGenericType())));
        return object;
    }

    static JsonNode of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == Map.class
                    ? AndonJson.mapper().createObjectNode().set("sample", of(arguments[1]))
                    : AndonJson.mapper().createArrayNode().add(of(arguments[0]));
        }
        Class<?> target = (Class<?>) type;
        if (target == String.class) {
            return json("\"https://example.org/sample\"");
        } else if (target == Instant.class) {
            return json("\"2026-01-05T08:00:00Z\"");
        } else if (target == Duration.class) {
            return json("\"PT20M\"");
        } else if (target == boolean.class || target == Boolean.class) {
            return json("true");
        } else if (isNumber(target)) {
            return json("3");
        } else if (target.isEnum()) {
            return json("\"" + target.getEnumConstants()[0] + "\"");
        } else if (Identifier.class.isAssignableFrom(target)) {
            return json("\"" + exampleOf(target) + "\"");
        }
        return objectOf(List.of(target.getRecordComponents()));
    }

    static boolean isNumber(Class<?> type) {
        return List.of(int.class, Integer.class, long.class, Long.class, double.class, Double.class).contains(type);
    }

    static boolean isRequired(RecordComponent component) {
        if (component.getType() == List.class) {
            Size size = component.getAccessor().getAnnotation(Size.class);
            return size != null && size.min() > 0;
        }
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** Every identifier says what it looks like, when it is given something else. */
    private static String exampleOf(Class<?> identifier) {
        try {
            identifier.getConstructor(String.class).newInstance("");
            throw new AssertionError(identifier + " may be empty");
        } catch (InvocationTargetException refused) {
            return String.valueOf(refused.getTargetException().getMessage()).replace("must look like ", "");
        } catch (ReflectiveOperationException failure) {
            throw new AssertionError(failure);
        }
    }

    private static String textOf(JsonNode node) {
        return node.isString() ? node.stringValue() : node.toString();
    }

    private static JsonNode json(String text) {
        return AndonJson.mapper().readTree(text);
    }
}
