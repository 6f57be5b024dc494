package dev.andon.kernel.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.event.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody changes the shape of a released event without knowing it. How to change it is in docs/evolving-events.md. */
class ShapesTest {

    private static final String COMPATIBLE = """
            %s has got something new that older events can do without. It stays in version %s:
            replace %s by the lines below, keep its full golden file under another name, and add one that shows it
            (docs/evolving-events.md).
            %s
            """;
    private static final String BREAKING = """
            %s has changed so that what is stored in version %s does not fit any more. Take the change back, or
            1. add a step to Upcasters.released(), which makes this the next version,
            2. add a shape file and golden files for that version, and
            3. leave all files of version %s as they are (docs/evolving-events.md).
            Shape:
            %s
            """;

    static List<Class<? extends Event>> events() {
        return GoldenEvents.full().stream().<Class<? extends Event>>map(Event::getClass).toList();
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventHasTheShapeItsVersionWasReleasedWith(Class<? extends Event> type) throws IOException {
        ShapeFile shape = ShapeFile.of(type);
        assertThat(shape.isThere())
                .as("%s needs its shape file, %s:%n%s", type.getSimpleName(), shape.path(), text(shape))
                .isTrue();
        assertThat(shape.lines()).as(whatToDo(type, shape)).containsExactlyElementsOf(shape.released());
    }

    private static String whatToDo(Class<? extends Event> type, ShapeFile shape) throws IOException {
        String name = EventCodec.nameOf(type);
        String version = EventCodec.versionOf(type);
        return isCompatible(shape)
                ? COMPATIBLE.formatted(name, version, shape.path(), text(shape))
                : BREAKING.formatted(name, version, version, text(shape));
    }

    private static boolean isCompatible(ShapeFile shape) throws IOException {
        var added = new TreeSet<>(shape.lines());
        shape.released().forEach(added::remove);
        return shape.lines().containsAll(shape.released())
                && added.stream().allMatch(line -> ShapeFile.isCompatibleAddition(line) || isPartOfAny(line, added));
    }

    /** Whether it belongs to something that is new and optional as a whole. */
    private static boolean isPartOfAny(String line, TreeSet<String> added) {
        return added.stream().filter(other -> other.endsWith(": object (optional)"))
                .anyMatch(other -> line.startsWith(other.substring(0, other.indexOf(':')) + "."));
    }

    private static String text(ShapeFile shape) {
        return String.join("\n", shape.lines());
    }

    @Test
    void everyVersionThatWasEverReleasedKeepsItsFiles() {
        List<String> missing = new ArrayList<>();
        for (String event : EventCodec.names()) {
            IntStream.rangeClosed(1, Upcasters.released().currentVersionOf(event)).mapToObj(Integer::toString)
                    .flatMap(version -> Stream.of(ShapeFile.path(event, version), GoldenFile.path(event, version)))
                    .filter(path -> !Files.exists(path))
                    .forEach(path -> missing.add(path.toString()));
        }
        assertThat(missing).as("A log may hold events of every version for ever").isEmpty();
    }
}
