package dev.andon.query.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.query.http.Format;
import dev.andon.query.http.QuestionRefused;
import dev.andon.query.successreview.SuccessReviewDocument;
import dev.andon.query.text.DisplayZone;
import dev.andon.query.text.HtmlPage;
import java.io.IOException;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

class PdfTest {

    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final Duration LONGEST = Duration.ofMinutes(5);

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
    void hebrewAndArabicRunFromRightToLeftBetweenWordsThatDoNot() throws IOException {
        assertThat(drawn("before \u05e2\u05d1\u05e8\u05d9\u05ea after"))
                .isEqualTo("before" + "\u05ea\u05d9\u05e8\u05d1\u05e2" + "after");
        assertThat(drawn("x (\u05e9\u05dc) y")).isEqualTo("x(\u05dc\u05e9)y");

        assertThat(drawn("x \u05e9\u05dc\u05d5\u05dd 42 \u05d8\u05d5\u05d1 y"))
                .as("a number stands between the words that it was written between")
                .isEqualTo("x" + "\u05d1\u05d5\u05d8" + "42" + "\u05dd\u05d5\u05dc\u05e9" + "y");
        assertThat(drawn("\u05e9\u05dc\u05d5\u05dd v1.2 \u05d8\u05d5\u05d1"))
                .as("and so does a word that runs the other way, in a paragraph that runs from left to right")
                .isEqualTo("\u05dd\u05d5\u05dc\u05e9" + "v1.2" + "\u05d1\u05d5\u05d8");

        String arabic = drawn("x \u0645\u0631\u062d\u0628\u0627 y");
        assertThat(arabic.chars().filter(sign -> sign >= 0xFE70 && sign <= 0xFEFC)).as("joined letters").hasSize(5);
        assertThat(Normalizer.normalize(arabic, Normalizer.Form.NFKC))
                .isEqualTo("x\u0627\u0628\u062d\u0631\u0645y");
    }

    @Test
    void whatTakesTooLongToDrawIsRefusedInsteadOfBeingDrawnForEver() {
        var templates = Templates.of(List.of("success-review.md"), null);
        var draft = SuccessReviewDocument.examples().getFirst();
        try (var hasty = new DocumentWriter(templates, Duration.ZERO);
                var patient = new DocumentWriter(templates)) {
            assertThatThrownBy(() -> hasty.write(Format.PDF, draft)).isInstanceOf(QuestionRefused.class)
                    .hasMessageContaining("Ask for HTML");
            assertThat(hasty.write(Format.HTML, draft).body()).isNotEmpty();
            assertThat(patient.write(Format.PDF, draft).body()).isNotEmpty();
        }
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

        byte[] drawn = Pdf.of(HtmlPage.of("A", "```chart\n```", Map.of("chart", chart.html(DisplayZone.UTC))), TEN,
                LONGEST);

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
        assertThat(links(Pdf.of(page, TEN, LONGEST))).containsExactly(
                "http://127.0.0.1:1/spy.png", "https://example.org/a?b=c&d");
    }

    @Test
    void quotesOfQuotesOfQuotesAreWrittenAllTheSame() throws IOException {
        assertThat(text(pdf(">".repeat(5_000) + " deep"))).contains("deep");
    }

    private static byte[] pdf(String markdown) {
        return Pdf.of(HtmlPage.of("Überschrift & <more>", markdown), TEN, LONGEST);
    }

    /** The signs of the page's text as they stand on the paper, from left to right. */
    private static String drawn(String markdown) throws IOException {
        var signs = new TreeMap<Float, String>();
        try (var document = Loader.loadPDF(pdf("# \n\n" + markdown))) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition sign) {
                    if (!sign.getUnicode().isBlank()) {
                        signs.put(sign.getYDirAdj() * 10_000 + sign.getXDirAdj(), sign.getUnicode());
                    }
                }
            }.getText(document);
        }
        return String.join("", signs.values()).replace("Überschrift&<more>", "").replaceFirst("1/1$", "");
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
