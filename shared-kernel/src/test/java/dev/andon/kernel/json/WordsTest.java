package dev.andon.kernel.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.event.Event;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The words that stored events are written in. One that is gone leaves events that nobody can read any more. */
class WordsTest {

    static Stream<Class<?>> vocabularies() {
        return GoldenEvents.full().stream().map(Event::getClass).flatMap(WordsTest::vocabulariesIn).distinct();
    }

    private static Stream<Class<?>> vocabulariesIn(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type.getRecordComponents()).map(Shape::contentOf).flatMap(WordsTest::vocabulariesIn)
                : Stream.<Class<?>>of(type).filter(Class::isEnum);
    }

    @ParameterizedTest
    @MethodSource("vocabularies")
    void everyWordThatWasEverStoredIsStillKnown(Class<?> vocabulary) throws IOException {
        String released = Files.readString(Path.of("src/test/resources/golden/words.properties"));
        var words = new Properties();
        words.load(new StringReader(released));

        assertThat(vocabulary.getEnumConstants())
                .as("A new word belongs into words.properties; one that is there stays")
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(words.getProperty(vocabulary.getSimpleName()).split(" "));
    }
}
