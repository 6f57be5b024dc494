package dev.andon.query.text;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.web.util.HtmlUtils;

/**
 * A Markdown document as a page that a browser shows and a printer prints, whole in one file: nothing is fetched. HTML in the
 * Markdown is shown, not obeyed, and links lead to the web or nowhere.
 */
public final class HtmlPage {

    private static final List<Extension> DIALECT = List.of(TablesExtension.create(), StrikethroughExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(DIALECT).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(DIALECT)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .build();

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>%s</title>
            <style>
            body { font-family: system-ui, sans-serif; line-height: 1.5; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
            table { border-collapse: collapse; }
            th, td { border: 1px solid #bbb; padding: 0.3rem 0.6rem; text-align: left; vertical-align: top; }
            code { font-family: ui-monospace, monospace; }
            @media print { body { margin: 0; max-width: none; } h2, h3 { break-after: avoid; } }
            </style>
            </head>
            <body>
            %s</body>
            </html>
            """;

    private HtmlPage() {}

    public static String of(String title, String markdown) {
        return PAGE.formatted(HtmlUtils.htmlEscape(title), body(markdown));
    }

    /** What stands between a page's head and its end, for who has a page of their own. */
    public static String body(String markdown) {
        return RENDERER.render(PARSER.parse(markdown));
    }
}
