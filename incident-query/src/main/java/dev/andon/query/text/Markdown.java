package dev.andon.query.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lets text that somebody wrote into a Markdown document without letting it become part of the document's structure: a
 * finding that says {@code # All fine} must not become a heading, nor {@code <script>} a script. What comes out reads as
 * it was written, in CommonMark and in GitHub's dialect (tables, strikethrough, mathematics).
 */
public final class Markdown {

    /** An underscore inside a word means nothing, so {@code pg_basebackup} may stay as it is. */
    private static final Pattern ACTIVE_ANYWHERE = Pattern.compile(
            "[\\\\`*\\[\\]<|~$]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])|&(?=#|\\p{Alnum}+;)");

    private static final Pattern ACTIVE_AT_LINE_START = Pattern.compile("^(?:[#+\\-=>]|\\p{Digit}+(?=[.)](?:\\s|$)))");

    /** They would show the rest of the line in another order than it is in. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]");

    private Markdown() {}

    /** On one line, whatever line breaks it had. */
    public static String line(String written) {
        return lines(written).stream().map(Markdown::escape).collect(Collectors.joining(" "));
    }

    /** With its line breaks, each further line behind the given indentation, so that it stays inside its list item. */
    public static String text(String written, String indentation) {
        return lines(written).stream().map(Markdown::escape).collect(Collectors.joining("\\\n" + indentation));
    }

    /** A link to an address that was checked when it was recorded. */
    public static String link(String title, String url) {
        String target = url.replace("\\", "%5C").replace("<", "%3C").replace(">", "%3E").replaceAll("\\s", "%20");
        return "[%s](<%s>)".formatted(line(title), target);
    }

    public static String tableRow(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static List<String> lines(String written) {
        return written.lines()
                .flatMap(line -> Pattern.compile("\\R").splitAsStream(line))
                .map(line -> UNSEEN.matcher(line.replace('\t', ' ')).replaceAll("").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String escape(String line) {
        Matcher start = ACTIVE_AT_LINE_START.matcher(ACTIVE_ANYWHERE.matcher(line).replaceAll("\\\\$0"));
        return start.replaceFirst(found -> Matcher.quoteReplacement(
                Character.isDigit(found.group().charAt(0)) ? found.group() + "\\" : "\\" + found.group()));
    }
}
