package dev.andon.kernel.json;

import dev.andon.kernel.event.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** An event as it was written to a log once. The files stay for ever: every version ever released must still read. */
record GoldenFile(String name, String version, String content) {

    private static final Path DIRECTORY = Path.of("src/test/resources/golden");

    /** All of them, also those that only an older version of Andon would write. */
    static List<GoldenFile> all() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().map(GoldenFile::at).toList();
        }
    }

    static GoldenFile full(Class<? extends Event> type) {
        return at(path(EventCodec.nameOf(type), EventCodec.versionOf(type)));
    }

    static Path path(String event, String version) {
        return DIRECTORY.resolve("%s.%s.json".formatted(event, version));
    }

    static GoldenFile minimal(Class<? extends Event> type) {
        return at(DIRECTORY.resolve(
                "%s.%s.minimal.json".formatted(EventCodec.nameOf(type), EventCodec.versionOf(type))));
    }

    private static GoldenFile at(Path file) {
        String[] parts = file.getFileName().toString().split("\\.", 3);
        try {
            return new GoldenFile(parts[0], parts[1], Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Every event needs its golden file: " + file, e);
        }
    }

    JsonNode json() {
        return AndonJson.mapper().readTree(content);
    }

    /** The bytes that a log holds; the file itself is laid out for people. */
    byte[] stored() {
        return AndonJson.mapper().writeValueAsBytes(json());
    }

    @Override
    public String toString() {
        return name + "." + version;
    }
}
