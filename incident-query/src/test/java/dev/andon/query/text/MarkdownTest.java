package dev.andon.query.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create(), StrikethroughExtension.create()))
            .build();

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {
        "# All fine, \\# All fine",
        "<script>alert(1)</script>, \\<script>alert(1)\\</script>",
        "1. first, 1\\. first",
        "2024.20-refactoring, 2024.20-refactoring",
        "run pg_basebackup again, run pg_basebackup again",
        "_so_ *loud*, \\_so\\_ \\*loud\\*",
        "a | b, a \\| b",
        "&lt; is not <, \\&lt; is not \\<",
        "AT&T, AT&T",
        "~~gone~~ for $5, \\~\\~gone\\~\\~ for \\$5",
        "[here](javascript:alert), \\[here\\](javascript:alert)"})
    void whatSomebodyWroteLosesItsPower(String written, String expected) {
        String safe = Markdown.line(written);

        assertThat(safe).isEqualTo(expected);
    }

    @Test
    void furtherLinesStayInsideTheirListItem() {
        String item = "- " + Markdown.text("first\n\n# second\r\n- third", "  ");

        assertThat(item).isEqualTo("- first\\\n  \\# second\\\n  \\- third");
    }

    @Test
    void textThatWouldRunBackwardsRunsForwards() {
        assertThat(Markdown.line("safe \u202Egnp.exe")).isEqualTo("safe gnp.exe");
    }

    @Test
    void aLinkCannotLeaveItsBrackets() {
        assertThat(Markdown.link("a]b", "https://example.org/x>y")).isEqualTo("[a\\]b](<https://example.org/x%3Ey>)");
    }

    @Property
    void anyTextIsReadAsTheTextItIs(@ForAll("written") String written) {
        Node document = PARSER.parse("- " + Markdown.text("x " + written, "  "));

        var read = new StringBuilder();
        Node item = document.getFirstChild().getFirstChild();
        assertThat(item).isInstanceOf(ListItem.class);
        assertThat(document.getFirstChild().getNext()).isNull();
        assertThat(item.getFirstChild()).isInstanceOf(Paragraph.class);
        assertThat(item.getFirstChild().getNext()).isNull();
        for (Node node = item.getFirstChild().getFirstChild(); node != null; node = node.getNext()) {
            assertThat(node).isInstanceOfAny(Text.class, HardLineBreak.class);
            read.append(node instanceof Text text ? text.getLiteral() : "\n");
        }
        assertThat(read.toString()).isEqualTo(lines("x " + written));
    }

    @Property
    void anyTextIsOneCellOfATable(@ForAll("written") String written) {
        String table = Markdown.tableRow(List.of("a", "b"))
                + Markdown.tableRow(List.of("---", "---"))
                + Markdown.tableRow(List.of("x" + Markdown.line(written), "last"));

        Node row = PARSER.parse(table).getFirstChild().getLastChild().getFirstChild();

        assertThat(row.getNext()).isNull();
        assertThat(((Text) row.getLastChild().getFirstChild()).getLiteral()).isEqualTo("last");
        assertThat(row.getFirstChild().getNext()).isSameAs(row.getLastChild());
    }

    @Provide
    Arbitrary<String> written() {
        Arbitrary<String> piece = Arbitraries.oneOf(
                Arbitraries.of(
                        "# ", "\n", "\n\n", "- ", "+ ", "1. ", "2) ", "> ", "```", "~~~", "    ", "\t", "***", "---",
                        "===", "|", "\\",
                        "<b>", "<!--", "&amp;", "&#35;", "[a](b)", "![a](b)", "[x]: y", "~~", "`", "_a_", "__", "$x$",
                        "\\\n", "<http://a.b>"),
                Arbitraries.strings().ascii().ofMaxLength(6),
                Arbitraries.strings().ofMaxLength(3));
        return piece.list().ofMaxSize(8).map(pieces -> String.join("", pieces));
    }

    /** What is left when the lines are trimmed and what nobody sees is gone. */
    private static String lines(String written) {
        return String.join("\n", written.replaceAll("[\u202A-\u202E\u2066-\u2069]", "").replace('\t', ' ')
                .split("\\R"))
                .replaceAll("[\\p{Cc}&&[^\n]]", "").lines().map(String::strip).filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
