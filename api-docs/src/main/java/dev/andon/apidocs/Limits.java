package dev.andon.apidocs;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a record says about the values it takes, in the words of JSON Schema. A limit that is not known here fails the
 * document: it would be enforced and nowhere told.
 */
final class Limits {

    private static final String NO_CONTROL = "[^\\u0000-\\u001F\\u007F]*";
    private static final String NO_CONTROL_BUT_BREAKS = "[^\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F]*";

    /** Java's character classes, as ECMA-262 knows them. */
    private static final Map<String, String> PATTERNS = Map.of(
            "\\P{Cntrl}*", NO_CONTROL,
            "[\\P{Cntrl}\\n\\r\\t]*", NO_CONTROL_BUT_BREAKS);

    private Limits() {}

    static void put(AnnotatedElement limited, ObjectNode schema) {
        for (Annotation limit : limited.getAnnotations()) {
            switch (limit) {
                case Size size -> put(size, schema);
                case Min min -> schema.put("minimum", min.value());
                case Max max -> schema.put("maximum", max.value());
                case DecimalMin min -> schema.put("minimum", Double.parseDouble(min.value()));
                case DecimalMax max -> schema.put("maximum", Double.parseDouble(max.value()));
                case NotBlank _ -> schema.put("minLength", 1);
                case Pattern pattern -> schema.put("pattern", "^%s$".formatted(
                        PATTERNS.getOrDefault(pattern.regexp(), pattern.regexp())));
                case PastOrPresent _ -> schema.put("x-not-in-the-future", true);
                default -> putNamed(limit.annotationType(), schema);
            }
        }
    }

    /** A limit that has a name of its own, such as that of a name, consists of others. */
    private static void putNamed(Class<? extends Annotation> named, ObjectNode schema) {
        if (named.getPackageName().startsWith("dev.andon")) {
            put(named, schema);
        } else if (named.getPackageName().startsWith("jakarta.validation.constraints")) {
            throw new IllegalStateException("Nobody is told of " + named);
        }
    }

    private static void put(Size size, ObjectNode schema) {
        String thing = switch (schema.path("type").asString("")) {
            case "array" -> "Items";
            case "object" -> "Properties";
            default -> "Length";
        };
        if (size.min() > 0) {
            schema.put("min" + thing, size.min());
        }
        schema.put("max" + thing, size.max());
    }
}
