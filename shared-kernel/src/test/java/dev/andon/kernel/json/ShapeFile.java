package dev.andon.kernel.json;

import static java.util.Map.entry;

import dev.andon.kernel.Identifier;
import dev.andon.kernel.event.Event;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The shape that an event's JSON has in one version, a line for each field and for each word that may stand in it. Derived
 * from the record, so that nobody has to think of it when he changes one.
 */
record ShapeFile(Path path, Set<String> lines) {

    private static final Map<Class<?>, String> KINDS = Map.ofEntries(
            entry(String.class, "text"), entry(Instant.class, "instant"), entry(LocalDate.class, "date"),
            entry(Duration.class, "duration"), entry(boolean.class, "flag"), entry(Boolean.class, "flag"),
            entry(int.class, "whole number"), entry(Integer.class, "whole number"), entry(long.class, "whole number"),
            entry(double.class, "number"), entry(Double.class, "number"));

    static ShapeFile of(Class<? extends Event> type) {
        return new ShapeFile(path(EventCodec.nameOf(type), EventCodec.versionOf(type)),
                fields(type, "").collect(Collectors.toCollection(TreeSet::new)));
    }

    static Path path(String event, String version) {
        return Path.of("src/test/resources/golden/%s.%s.shape".formatted(event, version));
    }

    private static Stream<String> fields(Class<?> type, String parent) {
        return Arrays.stream(type.getRecordComponents()).flatMap(component -> field(component, parent));
    }

    private static Stream<String> field(RecordComponent component, String parent) {
        Class<?> content = Shape.contentOf(component);
        String path = parent + component.getName() + many(component.getType());
        String optional = Shape.isOptional(component) ? " (optional)" : "";
        if (content.isEnum()) {
            return Stream.concat(Stream.of(path + ": word" + optional),
                    Arrays.stream(content.getEnumConstants()).map(word -> path + " = " + word));
        }
        if (content.isRecord() && !Identifier.class.isAssignableFrom(content)) {
            return Stream.concat(Stream.of(path + ": object" + optional), fields(content, path + "."));
        }
        String kind = Identifier.class.isAssignableFrom(content) ? "text" : KINDS.get(content);
        if (kind == null) {
            throw new IllegalStateException("Say here what kind of JSON a %s is".formatted(content));
        }
        return Stream.of(path + ": " + kind + optional);
    }

    private static String many(Class<?> type) {
        return type == List.class ? "[]" : type == Map.class ? "{}" : "";
    }

    boolean isThere() {
        return Files.exists(path);
    }

    List<String> released() throws IOException {
        return Files.readAllLines(path);
    }

    /** An older event can do without a field that is optional, and without a word that was not known. */
    static boolean isCompatibleAddition(String line) {
        return line.endsWith(" (optional)") || line.contains(" = ");
    }
}
