package dev.andon.query.document;

import dev.andon.query.text.DisplayZone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * What lasted from when to when, drawn to one scale: as letters in Markdown, as SVG in HTML and PDF. Words stand beside the
 * bars and never in them, so that they are read aloud, found and copied, and no font is needed to draw.
 *
 * @param bars one below the other
 */
public record Chart(Instant from, Instant to, List<Bar> bars) {

    /** What kind of thing lasted. */
    public enum Kind {
        IMPACT("█", "#c62828"),
        DURATION("▓", "#1565c0"),
        ATTEMPT("▒", "#2e7d32"),
        SUSPICION("░", "#8d6e63"),
        MOMENT("│", "#212121");

        private final String letter;
        private final String colour;

        Kind(String letter, String colour) {
            this.letter = letter;
            this.colour = colour;
        }
    }

    /**
     * One thing; a moment has no end.
     *
     * @param label what lasted
     */
    public record Bar(String label, Kind kind, Instant from, @Nullable Instant to, String note) {}

    private static final int LETTERS = 40;
    private static final int LABEL = 34;
    private static final int WIDTH = 280;
    private static final int HEIGHT = 12;

    public Chart {
        bars = List.copyOf(bars);
    }

    /** With letters of one width. */
    public String text(DisplayZone zone) {
        var text = new StringBuilder("%s  %s – %s\n".formatted(" ".repeat(LABEL), zone.moment(from), zone.moment(to)));
        for (Bar bar : bars) {
            int start = scaled(bar.from(), LETTERS - 1);
            int end = Math.max(start, scaled(end(bar), LETTERS - 1));
            text.append(padded(bar.label())).append("  ")
                    .append("·".repeat(start))
                    .append(bar.kind().letter.repeat(end - start + 1))
                    .append("·".repeat(LETTERS - 1 - end))
                    .append("  ").append(plain(bar.note())).append('\n');
        }
        return text.toString();
    }

    /** One table row a bar. */
    public String html(DisplayZone zone) {
        var html = new StringBuilder("<table class=\"chart\">\n<tr><td></td><td>%s – %s</td><td></td></tr>\n"
                .formatted(zone.moment(from), zone.moment(to)));
        for (Bar bar : bars) {
            int start = scaled(bar.from(), WIDTH - 2);
            int width = Math.max(2, scaled(end(bar), WIDTH) - start);
            html.append(
                    """
                            <tr><td>%s</td><td><svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d">\
                            <rect x="0" y="5" width="%d" height="2" fill="#dddddd"/>\
                            <rect x="%d" y="0" width="%d" height="%d" fill="%s"/></svg></td><td>%s</td></tr>
                            """
                            .formatted(
                                    escaped(bar.label()), WIDTH, HEIGHT, WIDTH, HEIGHT, WIDTH, start, width, HEIGHT,
                                    bar.kind().colour, escaped(bar.note())));
        }
        return html.append("</table>\n").toString();
    }

    private Instant end(Bar bar) {
        Instant end = bar.to();
        return end == null ? bar.from() : end;
    }

    private int scaled(Instant instant, int size) {
        long whole = Duration.between(from, to).toSeconds();
        long part = Duration.between(from, instant).toSeconds();
        return whole <= 0 ? 0 : (int) Math.clamp(Math.round((double) part * size / whole), 0, size);
    }

    private static String padded(String label) {
        String plain = plain(label);
        int length = plain.codePointCount(0, plain.length());
        return length > LABEL
                ? plain.substring(0, plain.offsetByCodePoints(0, LABEL - 1)) + "…"
                : plain + " ".repeat(LABEL - length);
    }

    /** A line of a code block cannot be escaped, only kept from ending it. */
    private static String plain(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}]", " ").replace('`', '\'').strip();
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(plain(text), "UTF-8");
    }
}
