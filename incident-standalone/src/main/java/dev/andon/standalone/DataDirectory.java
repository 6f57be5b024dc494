package dev.andon.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where everything is that must survive a restart. */
record DataDirectory(Path path) {

    static DataDirectory at(String path) {
        Path absolute = Path.of(path).toAbsolutePath().normalize();
        try {
            return new DataDirectory(Files.createDirectories(absolute));
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "Cannot create the data directory " + absolute + "; choose another with --andon.data-dir", failure);
        }
    }
}
