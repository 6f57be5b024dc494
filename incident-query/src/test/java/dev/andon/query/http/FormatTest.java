package dev.andon.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class FormatTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"application/json; JSON", "text/markdown; MARKDOWN", "text/csv; CSV",
        "*/*; JSON",
        "text/html,application/xhtml+xml,*/*;JSON", "text/*; MARKDOWN", "text/markdown, text/csv; MARKDOWN"})
    void theFirstThatIsAcceptedIsTaken(String accept, Format expected) {
        assertThat(wanted(accept)).isEqualTo(expected);
    }

    @Test
    void qualityDecidesBeforeOrder() {
        assertThat(wanted("application/json;q=0.5, text/csv;q=0.9")).isEqualTo(Format.CSV);
        assertThat(wanted("*/*;q=0.1, text/markdown")).isEqualTo(Format.MARKDOWN);
    }

    @Test
    void aFormatThatIsExcludedIsNotTaken() {
        assertThat(wanted("*/*, application/json;q=0")).isEqualTo(Format.MARKDOWN);
    }

    @ParameterizedTest
    @CsvSource({"application/pdf", "no media type at all", "application/json;q=0"})
    void nothingAcceptableIsRefused(String accept) {
        assertThatExceptionOfType(QuestionRefused.class).isThrownBy(() -> wanted(accept));
    }

    @Test
    void whoNamesAFormatNeedsNoHeader() {
        var request = MockServerHttpRequest.get("/timeline?format=csv").header(HttpHeaders.ACCEPT, "text/html").build();

        assertThat(Format.wanted(request, Format.JSON, Format.CSV)).isEqualTo(Format.CSV);
    }

    private static Format wanted(String accept) {
        var request = MockServerHttpRequest.get("/timeline").header(HttpHeaders.ACCEPT, accept).build();
        return Format.wanted(request, Format.JSON, Format.MARKDOWN, Format.CSV);
    }
}
