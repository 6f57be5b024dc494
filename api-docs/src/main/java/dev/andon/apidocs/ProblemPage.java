package dev.andon.apidocs;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** What a person reads who follows a problem's type: in Markdown, and as the page a browser shows. */
final class ProblemPage {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern STRONG = Pattern.compile("\\*\\*([^*]+)\\*\\*");

    private static final String HTML = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>%s</title>
            <style>
            body { font: 1rem/1.6 system-ui, sans-serif; max-width: 42rem; margin: 3rem auto; padding: 0 1rem; color-scheme: light dark; }
            code { font-family: ui-monospace, monospace; }
            dt { font-weight: 600; margin-top: 1rem; }
            dd { margin: 0; }
            </style>
            </head>
            <body>
            <h1>%s</h1>
            %s</body>
            </html>
            """;

    private ProblemPage() {}

    static String markdown(ProblemType type) {
        return """
                # %s

                | | |
                | --- | --- |
                | type | `%s` |
                | status | %d |
                | when | %s |
                | what to do | %s |
                """.formatted(type.title(), type.type(), type.status(), type.when(), type.advice());
    }

    static String markdown(List<ProblemType> types) {
        return "# Problems\n\n| status | type | |\n| --- | --- | --- |\n" + types.stream()
                .map(type -> "| %d | [`%s`](%s) | %s |\n".formatted(type.status(), type.type(), type.type(),
                        type.title()))
                .collect(Collectors.joining());
    }

    static String html(ProblemType type) {
        return HTML.formatted(
                HtmlUtils.htmlEscape(type.title()), marked(type.title()), """
                        <dl>
                        <dt>When</dt><dd>%s.</dd>
                        <dt>What to do</dt><dd>%s</dd>
                        <dt>Type</dt><dd><code>%s</code>, status %d</dd>
                        </dl>
                        <p><a href="/problems">All problems</a></p>
                        """.formatted(marked(capitalised(type.when())), marked(type.advice()), type.type(),
                        type.status()));
    }

    static String html(List<ProblemType> types) {
        return HTML.formatted("Problems", "Problems", "<dl>\n" + types.stream()
                .map(type -> "<dt><a href=\"%s\"><code>%s</code></a></dt><dd>%d: %s</dd>\n".formatted(
                        type.type(), type.type(), type.status(), marked(type.title())))
                .collect(Collectors.joining()) + "</dl>\n");
    }

    private static String marked(String markdown) {
        String escaped = HtmlUtils.htmlEscape(markdown);
        return STRONG.matcher(CODE.matcher(escaped).replaceAll("<code>$1</code>")).replaceAll("<strong>$1</strong>");
    }

    private static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
