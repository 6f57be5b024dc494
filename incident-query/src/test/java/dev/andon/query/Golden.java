package dev.andon.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Documents that a person has read and found good. {@code -Dandon.golden=write} replaces them by what the code makes now;
 * whoever does that reads the difference before committing it.
 */
public final class Golden {

    private static final Path DIRECTORY = Path.of("src/test/resources/golden");

    private Golden() {}

    public static void matches(String name, String document) {
        Path file = DIRECTORY.resolve(name);
        try {
            if ("write".equals(System.getProperty("andon.golden"))) {
                Files.writeString(file, document);
            }
            assertThat(document).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
