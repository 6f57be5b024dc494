package dev.andon.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.andon.kernel.ProblemDetails;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodiesTest {

    @Test
    void nothingIsAnObjectWithoutFields() {
        assertThat(Bodies.parse(new byte[0]).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            {"a": 1, "a": 2}   | Duplicate Object property "a"
            {"a": {"b": 1      | It ends before it is complete
            {"a": 1} {"b": 2}  | Something follows its end
            {"a": 1,}          | Unexpected character ('}'
            {"a": NaN}         | This is not allowed in JSON
            {'a': 1}           | Unexpected character ('''
            """)
    void whatIsNotJsonIsToldWhere(String body, String words) {
        assertThat(problemOf(body.getBytes(StandardCharsets.UTF_8)).detail()).startsWith(words)
                .contains("(line 1, column ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "\"a\"", "null", "  "})
    void onlyAnObjectIsABody(String body) {
        assertThat(problemOf(body.getBytes(StandardCharsets.UTF_8)).title()).isEqualTo("The body is not an object");
    }

    @Test
    void deepNestingIsRefusedBeforeItExhaustsTheStack() {
        assertThat(problemOf(("{\"a\":" + "[".repeat(100_000)).getBytes(StandardCharsets.UTF_8)).detail())
                .startsWith("It is nested too deeply");
    }

    @Test
    void aNumberOfAThousandDigitsIsRefused() {
        assertThat(problemOf("{\"a\": %s}".formatted("9".repeat(10_000)).getBytes(StandardCharsets.UTF_8)).detail())
                .startsWith("It is nested too deeply, or holds a number");
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        assertThat(problemOf("{\"a\": \"ü\"}".getBytes(StandardCharsets.ISO_8859_1)).detail())
                .startsWith("Invalid UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"a\": 1} x", "{\"a\": +1}", "{\"a\": 1e}", "{\"a\": \"\\x\"}", "{a: 1}",
        "{\"a\": tru}", "{\"a\": \"\n\"}"})
    void noAnswerSpeaksOfTheParser(String body) {
        assertThat(problemOf(body.getBytes(StandardCharsets.UTF_8)).detail()).doesNotContain("`", "tools.jackson",
                "Source");
    }

    private static ProblemDetails problemOf(byte[] body) {
        MalformedRequest refused = catchThrowableOfType(MalformedRequest.class, () -> Bodies.parse(body));
        ProblemDetails problem = Objects.requireNonNull(refused, "this was accepted").problem();
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.type()).isEqualTo("/problems/malformed-json");
        return problem;
    }
}
