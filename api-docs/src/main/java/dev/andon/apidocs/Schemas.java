package dev.andon.apidocs;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.andon.kernel.Identifier;
import dev.andon.kernel.event.Event;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.TypeVariable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The shapes of what is sent and answered, made from the records that are read and written. Whatever has a name in the
 * language has one here, and is described once.
 */
public final class Schemas {

    /** ISO 8601; the format "duration" would be RFC 3339's, which knows no parts of a second, and clocks do. */
    public static final String DURATION = "^-?P(?=.)(-?\\d+D)?(T(?=.)(-?\\d+H)?(-?\\d+M)?(-?\\d+(\\.\\d+)?S)?)?$";

    private final Map<String, ObjectNode> named = new TreeMap<>();
    private final Map<String, Class<?>> owners = new HashMap<>();
    private final Glossary glossary = Glossary.read();

    /** All shapes that were asked for, and those that they are made of. */
    ObjectNode all() {
        ObjectNode all = Json.object();
        named.forEach(all::set);
        return all;
    }

    public ObjectNode of(Class<?> type) {
        return schema(type, null);
    }

    /** Gives a shape a name that nothing else has. */
    public ObjectNode named(String name, ObjectNode schema) {
        if (named.put(name, schema) != null) {
            throw new IllegalStateException("Two shapes are called " + name);
        }
        return Json.reference("schemas/" + name);
    }

    /** An object with some of a record's components. */
    public ObjectNode object(Class<?> type, Predicate<RecordComponent> included) {
        return object(type, included, null);
    }

    /** A component's value, with its limits and its meaning. */
    public ObjectNode of(RecordComponent component) {
        return described(component, null);
    }

    public static boolean isRequired(RecordComponent component) {
        if (component.getAccessor().isAnnotationPresent(JsonInclude.class)) {
            return false;
        }
        Class<?> type = component.getType();
        if (type == List.class || type == Map.class) {
            Size size = component.getAccessor().getAnnotation(Size.class);
            return !isNullable(component) && (size == null || size.min() > 0);
        }
        return !isNullable(component);
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private ObjectNode object(
            Class<?> type, Predicate<RecordComponent> included, @Nullable AnnotatedType variable) {
        List<RecordComponent> components = Arrays.stream(type.getRecordComponents()).filter(included).toList();
        ObjectNode properties = Json.object();
        components.forEach(component -> properties.set(component.getName(), described(component, variable)));
        ObjectNode object = Json.object().put("type", "object");
        List<String> required = components.stream()
                .filter(Schemas::isRequired)
                .map(RecordComponent::getName)
                .toList();
        if (!required.isEmpty()) {
            object.set("required", Json.array(required));
        }
        object.set("properties", properties);
        return object;
    }

    /** What is said of the component comes before what is said of its type. */
    private ObjectNode described(RecordComponent component, @Nullable AnnotatedType variable) {
        ObjectNode schema = schema(component.getAnnotatedType(), variable);
        if (schema.has("$ref")) {
            return schema;
        }
        Comments.of(component)
                .or(() -> glossary.meaningOf(component))
                .ifPresent(meaning -> schema.put("description", meaning));
        return schema;
    }

    private ObjectNode schema(AnnotatedType type, @Nullable AnnotatedType variable) {
        if (type.getType() instanceof TypeVariable<?> && variable != null) {
            return schema(variable, null);
        }
        ObjectNode schema = type instanceof AnnotatedParameterizedType generic
                ? generic(generic, variable)
                : schema((Class<?>) type.getType(), variable);
        if (!schema.has("$ref")) {
            Limits.put(type, schema);
        }
        return schema;
    }

    private ObjectNode generic(AnnotatedParameterizedType type, @Nullable AnnotatedType variable) {
        Class<?> raw = (Class<?>) ((ParameterizedType) type.getType()).getRawType();
        AnnotatedType[] arguments = type.getAnnotatedActualTypeArguments();
        if (raw == List.class) {
            ObjectNode array = Json.object().put("type", "array");
            array.set("items", schema(arguments[0], variable));
            return array;
        }
        if (raw == Map.class) {
            ObjectNode map = Json.object().put("type", "object");
            map.set("propertyNames", schema(arguments[0], variable));
            map.set("additionalProperties", schema(arguments[1], variable));
            return map;
        }
        return object(raw, _ -> true, arguments[0]);
    }

    private ObjectNode schema(Class<?> type, @Nullable AnnotatedType variable) {
        if (type == String.class) {
            return Json.object().put("type", "string");
        } else if (type == Instant.class) {
            return Json.object().put("type", "string").put("format", "date-time");
        } else if (type == Duration.class) {
            ObjectNode duration = Json.object().put("type", "string").put("pattern", DURATION);
            duration.putArray("examples").add("PT20M");
            return duration;
        } else if (type == LocalDate.class) {
            return Json.object().put("type", "string").put("format", "date");
        } else if (type == boolean.class || type == Boolean.class) {
            return Json.object().put("type", "boolean");
        } else if (type == int.class || type == Integer.class) {
            return Json.object().put("type", "integer").put("format", "int32");
        } else if (type == long.class || type == Long.class) {
            return Json.object().put("type", "integer").put("format", "int64");
        } else if (type == double.class || type == Double.class) {
            return Json.object().put("type", "number").put("format", "double");
        } else if (type == Object.class || type == JsonNode.class) {
            return Json.object();
        } else if (type == ObjectNode.class || Event.class.isAssignableFrom(type) && type.isInterface()) {
            return Json.object().put("type", "object");
        }
        return named(type);
    }

    private ObjectNode named(Class<?> type) {
        String name = nameOf(type);
        Class<?> owner = owners.putIfAbsent(name, type);
        if (owner == null) {
            ObjectNode schema = type.isEnum() ? constants(type)
                    : Identifier.class.isAssignableFrom(type) ? identifier(type) : object(type, _ -> true, null);
            named.put(name, schema.put("description", Comments.of(type)));
        } else if (owner != type) {
            throw new IllegalStateException("Two shapes are called " + name + ": " + owner + " and " + type);
        }
        return Json.reference("schemas/" + name);
    }

    /** What is part of another record is called after it. */
    static String nameOf(Class<?> type) {
        Class<?> around = type.getEnclosingClass();
        return around == null ? type.getSimpleName() : nameOf(around) + type.getSimpleName();
    }

    private static ObjectNode constants(Class<?> type) {
        ObjectNode schema = Json.object().put("type", "string");
        schema.set("enum", Json.array(Arrays.stream(type.getEnumConstants()).map(Object::toString).toList()));
        return schema;
    }

    private static ObjectNode identifier(Class<?> type) {
        try {
            Field shape = type.getDeclaredField("SHAPE");
            shape.setAccessible(true);
            Pattern pattern = (Pattern) shape.get(null);
            ObjectNode schema = Json.object().put("type", "string").put("pattern", "^%s$".formatted(pattern.pattern()));
            schema.set("examples", Json.array(List.of(exampleOf(type))));
            return schema;
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException("Nobody can tell what a " + type.getSimpleName() + " looks like", failure);
        }
    }

    /** Every identifier says what it looks like, when it is given something else. */
    private static String exampleOf(Class<?> identifier) throws ReflectiveOperationException {
        try {
            return identifier.getConstructor(String.class).newInstance("").toString();
        } catch (InvocationTargetException refused) {
            return String.valueOf(refused.getTargetException().getMessage()).replace("must look like ", "");
        }
    }
}
