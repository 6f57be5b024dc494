package dev.andon.command.http;

import dev.andon.kernel.Identifier;
import dev.andon.kernel.ProblemDetails.BadField;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Reads single values, strictly: a number is not a string, and a string that looks like a number is not a number. */
final class Values {

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;
    private static final Duration LONGEST = Duration.ofDays(3660);

    /** By name, in the order of the type. */
    private static final ClassValue<Map<String, Object>> CONSTANTS = new ClassValue<>() {
        @Override
        protected Map<String, Object> computeValue(Class<?> type) {
            var constants = new LinkedHashMap<String, Object>();
            for (Object constant : type.getEnumConstants()) {
                constants.put(constant.toString(), constant);
            }
            return Collections.unmodifiableMap(constants);
        }
    };

    private static final ClassValue<Constructor<?>> IDENTIFIERS = new ClassValue<>() {
        @Override
        protected Constructor<?> computeValue(Class<?> type) {
            try {
                return type.getConstructor(String.class);
            } catch (NoSuchMethodException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    };

    private final BadFields bad;
    private final Map<String, String> offsets;
    private final RecordReader records;

    /** Reads an object into a record. */
    interface RecordReader {

        @Nullable
        Object read(Class<?> type, JsonNode node, String pointer);
    }

    /** @param offsets filled with the offsets that instants were given in, if not UTC */
    Values(BadFields bad, Map<String, String> offsets, RecordReader records) {
        this.bad = bad;
        this.offsets = offsets;
        this.records = records;
    }

    @Nullable
    Object fromPath(Class<?> type, String text, String name) {
        String pointer = BadField.inPath(name);
        if (Identifier.class.isAssignableFrom(type)) {
            return identifier(type, text, pointer);
        }
        if (type.isEnum()) {
            return constant(type, StringNode.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_')), pointer);
        }
        if (type == long.class && text.matches("[1-9][0-9]{0,17}")) {
            return Long.valueOf(text);
        }
        bad.add(pointer, "must be a number from 1");
        return null;
    }

    @Nullable
    Object fromJson(Type type, JsonNode node, String pointer) {
        if (type instanceof ParameterizedType collection) {
            Type[] elements = collection.getActualTypeArguments();
            return collection.getRawType() == Map.class
                    ? map(elements[1], node, pointer)
                    : list(elements[0], node, pointer);
        }
        Class<?> target = (Class<?>) type;
        if (target == String.class) {
            return string(node, pointer);
        } else if (target == Instant.class) {
            return instant(node, pointer);
        } else if (target == Duration.class) {
            return duration(node, pointer);
        } else if (target == LocalDate.class) {
            return date(node, pointer);
        } else if (target == boolean.class || target == Boolean.class) {
            return node.isBoolean() ? node.booleanValue() : wrong(pointer, "must be true or false");
        } else if (target == int.class || target == Integer.class) {
            return node.isIntegralNumber() && node.canConvertToInt()
                    ? node.intValue()
                    : wrong(pointer, "must be a whole number");
        } else if (target == double.class || target == Double.class) {
            return node.isNumber() && Double.isFinite(node.doubleValue(Double.NaN))
                    ? node.doubleValue()
                    : wrong(pointer, "must be a number");
        } else if (target.isEnum()) {
            return constant(target, node, pointer);
        } else if (Identifier.class.isAssignableFrom(target)) {
            String text = string(node, pointer);
            return text == null ? null : identifier(target, text, pointer);
        }
        return records.read(target, node, pointer);
    }

    private @Nullable List<Object> list(Type elementType, JsonNode node, String pointer) {
        if (!node.isArray()) {
            bad.add(pointer, "must be an array");
            return null;
        }
        var elements = new ArrayList<Object>();
        for (int i = 0; i < node.size(); i++) {
            Object element = fromJson(elementType, node.get(i), pointer + "/" + i);
            if (element != null) {
                elements.add(element);
            }
        }
        return elements;
    }

    private @Nullable Map<String, Object> map(Type valueType, JsonNode node, String pointer) {
        if (!node.isObject()) {
            bad.add(pointer, "must be an object");
            return null;
        }
        var values = new LinkedHashMap<String, Object>();
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            Object value = fromJson(valueType, property.getValue(), pointer + "/" + Names.pointer(property.getKey()));
            if (value != null) {
                values.put(property.getKey(), value);
            }
        }
        return values;
    }

    private @Nullable String string(JsonNode node, String pointer) {
        if (!node.isString()) {
            bad.add(pointer, "must be a string");
            return null;
        }
        if (!isText(node.stringValue())) {
            bad.add(pointer, "must be text, but holds half a character");
            return null;
        }
        return node.stringValue();
    }

    /** JSON can escape one half of a surrogate pair, and no encoding of a document can hold that. */
    private static boolean isText(String string) {
        for (int i = 0; i < string.length(); i++) {
            if (Character.isSurrogate(string.charAt(i))) {
                return string.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
            }
        }
        return true;
    }

    private @Nullable Instant instant(JsonNode node, String pointer) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(node.isString() ? node.stringValue() : "",
                    DateTimeFormatter.ISO_OFFSET_DATE_TIME);
            if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
                bad.add(pointer, "must lie between the years %d and %d".formatted(FIRST_YEAR, LAST_YEAR));
                return null;
            }
            if (!time.getOffset().equals(ZoneOffset.UTC)) {
                offsets.put(pointer.substring(1).replace('/', '.'), time.getOffset().getId());
            }
            return time.toInstant();
        } catch (DateTimeException notAnInstant) {
            bad.add(pointer, "must be an instant with an offset, such as 2026-01-31T21:00:00Z");
            return null;
        }
    }

    private @Nullable Duration duration(JsonNode node, String pointer) {
        try {
            Duration duration = Duration.parse(node.isString() ? node.stringValue() : "");
            if (!duration.isNegative() && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeException notADuration) {
            // said below
        }
        bad.add(pointer, "must be a duration of up to ten years, such as PT1H30M");
        return null;
    }

    private @Nullable LocalDate date(JsonNode node, String pointer) {
        try {
            LocalDate date = LocalDate.parse(node.isString() ? node.stringValue() : "");
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (DateTimeException notADate) {
            // said below
        }
        bad.add(pointer, "must be a date, such as 2026-01-31");
        return null;
    }

    private @Nullable Object constant(Class<?> type, JsonNode node, String pointer) {
        Map<String, Object> constants = Objects.requireNonNull(CONSTANTS.get(type));
        Object constant = node.isString() ? constants.get(node.stringValue()) : null;
        return constant != null
                ? constant
                : wrong(pointer, "must be one of " + String.join(", ", constants.keySet()));
    }

    private @Nullable Object identifier(Class<?> type, String text, String pointer) {
        try {
            return Objects.requireNonNull(IDENTIFIERS.get(type)).newInstance(text);
        } catch (InvocationTargetException failure) {
            return wrong(pointer, String.valueOf(failure.getTargetException().getMessage()));
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private @Nullable Object wrong(String pointer, String detail) {
        bad.add(pointer, detail);
        return null;
    }
}
