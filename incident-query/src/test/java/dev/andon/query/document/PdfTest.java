package dev.andon.query.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.query.text.DisplayZone;
import dev.andon.query.text.HtmlPage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfTest {

    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void whatPeopleWroteIsThereInEveryScriptThatThereIsAFontFor() throws IOException {
        assertThat(text(pdf("Żółć, Ελλάδα, Москва, עברית → ✓ – “quoted”")))
                .contains("Żółć", "Ελλάδα", "Москва", "→", "✓", "“quoted”");
    }

    @Test
    void whatThereIsNoFontForDoesNotStopTheDocument() throws IOException {
        assertThat(text(pdf("before \uD83D\uDD25 日本語 \u0001 \uD800 after"))).contains("before", "after");
    }

    @Test
    void theSamePageGivesTheSameBytes() {
        assertThat(pdf("# Postmortem\n\nAll *fine*.")).isEqualTo(pdf("# Postmortem\n\nAll *fine*."));
    }

    @Test
    void aChartIsDrawn() throws IOException {
        var chart = new Chart(TEN, TEN.plusSeconds(3600), List.of(
                new Chart.Bar("Impact on checkout", Chart.Kind.IMPACT, TEN, TEN.plusSeconds(1800), "50 %"),
                new Chart.Bar("Found", Chart.Kind.MOMENT, TEN.plusSeconds(600), null, "detection")));

        byte[] drawn = Pdf.of(HtmlPage.of("A", "```chart\n```", Map.of("chart", chart.html(DisplayZone.UTC))), TEN);

        assertThat(text(drawn)).contains("Impact on checkout", "50 %", "2 March 2026, 10:00 – 2 March 2026, 11:00");
        assertThat(chart.text(DisplayZone.UTC)).contains("Impact on checkout").contains("█".repeat(20)).contains("│");
    }

    @Test
    void nothingIsFetchedAndLinksLeadToTheWebOrNowhere() throws IOException {
        String written = """
                ![a picture](http://127.0.0.1:1/spy.png) ![local](file:///etc/passwd) [web](https://example.org/a?b=c&d)
                [file](file:///etc/passwd) [script](javascript:alert(1)) <script>alert(2)</script>
                <img src="http://127.0.0.1:1/spy.png"/> [data](data:text/html;base64,AAAA)
                """;

        String page = HtmlPage.of("A", written);

        assertThat(page).doesNotContain("<img", "<script", "src=\"", "javascript:", "file:", "data:")
                .contains("local", "file", "script", "data")
                .contains("<a rel=\"nofollow\" href=\"https://example.org/a?b=c&amp;d\">web</a>");
        assertThat(links(Pdf.of(page, TEN))).containsExactly(
                "http://127.0.0.1:1/spy.png", "https://example.org/a?b=c&d");
    }

    @Test
    void quotesOfQuotesOfQuotesAreWrittenAllTheSame() throws IOException {
        assertThat(text(pdf(">".repeat(5_000) + " deep"))).contains("deep");
    }

    private static byte[] pdf(String markdown) {
        return Pdf.of(HtmlPage.of("Überschrift & <more>", markdown), TEN);
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static List<String> links(byte[] pdf) throws IOException {
        var links = new ArrayList<String>();
        try (var document = Loader.loadPDF(pdf)) {
            for (var page : document.getPages()) {
                for (var annotation : page.getAnnotations()) {
                    if (annotation instanceof PDAnnotationLink link && link.getAction() instanceof PDActionURI uri) {
                        links.add(uri.getURI());
                    }
                }
            }
        }
        return links;
    }
}
