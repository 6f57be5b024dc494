package dev.andon.apidocs;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** What a field means that is called the same, and means the same, wherever it appears; or in one record alone. */
final class Glossary {

    private final Properties meanings;

    private Glossary(Properties meanings) {
        this.meanings = meanings;
    }

    static Glossary read() {
        var meanings = new Properties();
        try (InputStream file = Objects.requireNonNull(Glossary.class.getResourceAsStream("fields.properties"))) {
            meanings.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Glossary(meanings);
    }

    Optional<String> meaningOf(RecordComponent component) {
        return Stream
                .of(Schemas.nameOf(component.getDeclaringRecord()) + "." + component.getName(), component.getName())
                .map(meanings::getProperty)
                .filter(Objects::nonNull)
                .findFirst();
    }
}
