package dev.andon.kernel.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.event.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** A log is written for ever: whatever Andon once wrote it must still read, and it must notice when it writes otherwise. */
class GoldenFilesTest {

    private final EventCodec codec = new EventCodec();

    static List<Event> full() {
        return GoldenEvents.full();
    }

    static List<Event> minimal() {
        return GoldenEvents.minimal();
    }

    static List<GoldenFile> all() throws IOException {
        return GoldenFile.all();
    }

    @Test
    void everyEventHasAGoldenFile() {
        assertThat(GoldenEvents.full())
                .extracting(event -> EventCodec.nameOf(event.getClass()))
                .containsExactlyElementsOf(EventCodec.names());
    }

    @Test
    void everyEventWithOptionalFieldsHasAGoldenFileWithoutThem() {
        assertThat(GoldenEvents.minimal())
                .extracting(event -> (Object) event.getClass())
                .containsExactly(GoldenEvents.full().stream()
                        .map(Event::getClass)
                        .filter(type -> !Shape.everythingOf(type).equals(Shape.whatIsRequiredOf(type)))
                        .toArray());
    }

    @ParameterizedTest
    @MethodSource("full")
    void aFullEventReadsAndWritesAsItAlwaysDid(Event event) {
        assertReadsAndWrites(GoldenFile.full(event.getClass()), event);
    }

    @ParameterizedTest
    @MethodSource("minimal")
    void anEventWithoutItsOptionalFieldsReadsAndWritesAsItAlwaysDid(Event event) {
        assertReadsAndWrites(GoldenFile.minimal(event.getClass()), event);
    }

    @ParameterizedTest
    @MethodSource("full")
    void aFullGoldenFileHasEveryFieldThatItsEventCanHave(Event event) {
        assertThat(Shape.of(GoldenFile.full(event.getClass()).json(), event.getClass()))
                .as("An event's shape changed: keep this file under a name of its own, and add one that shows the change")
                .isEqualTo(Shape.everythingOf(event.getClass()));
    }

    @ParameterizedTest
    @MethodSource("minimal")
    void aMinimalGoldenFileHasOnlyTheFieldsThatItsEventMustHave(Event event) {
        assertThat(Shape.of(GoldenFile.minimal(event.getClass()).json(), event.getClass()))
                .as("A field of a released event became required or optional: that is a new version")
                .isEqualTo(Shape.whatIsRequiredOf(event.getClass()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyGoldenFileStillReads(GoldenFile file) {
        Event event = codec.read(file.name(), file.version(), file.stored());

        assertThat(EventCodec.nameOf(event.getClass())).isEqualTo(file.name());
    }

    @ParameterizedTest
    @MethodSource("all")
    void aFieldThatALaterVersionAddedIsSkipped(GoldenFile file) {
        ObjectNode later = (ObjectNode) file.json();
        later.putObject("addedLater").put("x", 1);

        assertThat(codec.read(file.name(), file.version(), AndonJson.mapper().writeValueAsBytes(later)))
                .isEqualTo(codec.read(file.name(), file.version(), file.stored()));
    }

    private void assertReadsAndWrites(GoldenFile file, Event event) {
        assertThat(codec.read(file.name(), file.version(), file.stored())).isEqualTo(event);
        assertThat(codec.write(event)).asString().isEqualTo(new String(file.stored(), StandardCharsets.UTF_8));
    }
}
