package dev.andon.kernel.json;

import dev.andon.kernel.Identifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields that an event's record can write, by their paths, told by its components rather than by one example. */
final class Shape {

    private Shape() {}

    static Set<String> everythingOf(Class<?> type) {
        return paths(type, "", true);
    }

    static Set<String> whatIsRequiredOf(Class<?> type) {
        return paths(type, "", false);
    }

    private static Set<String> paths(Class<?> type, String parent, boolean withOptional) {
        var paths = new TreeSet<String>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (withOptional || !isOptional(component)) {
                String path = parent + "/" + component.getName();
                paths.add(path);
                Class<?> content = contentOf(component);
                if (content.isRecord() && !Identifier.class.isAssignableFrom(content)) {
                    // The elements of a list may be missing, as the list may be empty.
                    if (withOptional || content == component.getType()) {
                        paths.addAll(paths(content, path, withOptional));
                    }
                }
            }
        }
        return paths;
    }

    static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** What a component holds: the type of its elements if it is a list, of its values if it is a map. */
    static Class<?> contentOf(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType many
                ? (Class<?>) many.getActualTypeArguments()[many.getActualTypeArguments().length - 1]
                : component.getType();
    }

    /** The paths in a file of this event; the elements of a list count as one, and the keys of a map are no fields. */
    static Set<String> of(JsonNode json, Class<?> event) {
        var maps = Arrays.stream(event.getRecordComponents())
                .filter(component -> component.getType() == Map.class)
                .map(component -> "/" + component.getName())
                .collect(Collectors.toSet());
        var paths = new TreeSet<String>();
        collect(json, "", maps, paths);
        return paths;
    }

    private static void collect(JsonNode json, String parent, Set<String> maps, Set<String> paths) {
        json.properties().forEach(property -> {
            String path = parent + "/" + property.getKey();
            paths.add(path);
            if (!maps.contains(path)) {
                collect(property.getValue(), path, maps, paths);
            }
        });
        if (json.isArray()) {
            json.forEach(element -> collect(element, parent, maps, paths));
        }
    }
}
