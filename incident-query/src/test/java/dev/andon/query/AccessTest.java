package dev.andon.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.access.AccessTable;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;

class AccessTest {

    @Test
    void everyQuestionIsInTheTableOfWhoMayAskWhat() {
        var imported = Objects.requireNonNull(QueryConfiguration.class.getAnnotation(Import.class)).value();
        var asked = Stream.of(imported)
                .flatMap(controller -> Stream.of(controller.getDeclaredMethods()))
                .flatMap(AccessTest::pathsOf)
                .toList();

        assertThat(asked).contains("/api/v1/incidents");
        assertThat(AccessTable.ROWS)
                .filteredOn(row -> row.method().name().equals("GET"))
                .extracting(row -> row.path().getPatternString())
                .containsAll(asked);
    }

    private static Stream<String> pathsOf(Method method) {
        GetMapping mapping = method.getAnnotation(GetMapping.class);
        return mapping == null ? Stream.empty() : Stream.of(mapping.value());
    }
}
