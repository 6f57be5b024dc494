package dev.andon.query.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.web.util.HtmlUtils;

/**
 * A Markdown document as a page that a browser shows and a printer prints, whole in one file: nothing is fetched. HTML in the
 * Markdown is shown, not obeyed; a picture becomes a link, and links lead to the web or nowhere. It is well-formed XML too.
 */
public final class HtmlPage {

    /** Somebody who quotes a quote a thousand times over would exhaust the stack of whoever writes the page. */
    private static final int DEEPEST = 30;

    private static final List<Extension> DIALECT = List.of(TablesExtension.create(), StrikethroughExtension.create());
    private static final Parser PARSER = Parser.builder()
            .extensions(DIALECT)
            .maxOpenBlockParsers(DEEPEST)
            .postProcessor(HtmlPage::withoutPictures)
            .build();

    /** What XML has no place for. */
    private static final Pattern NOT_XML = Pattern
            .compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>%s</title>
            <style>
            body { font-family: system-ui, "DejaVu Sans", sans-serif; line-height: 1.5; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: break-word; word-wrap: break-word; }
            blockquote { margin: 0.5rem 0; padding-left: 0.5rem; border-left: 3px solid #bbb; }
            table { border-collapse: collapse; margin: 0.8rem 1px; max-width: 99%%; }
            th { white-space: nowrap; word-wrap: normal; }
            th, td { border: 1px solid #bbb; padding: 0.3rem 0.6rem; text-align: left; vertical-align: top; }
            code { font-family: ui-monospace, "DejaVu Sans Mono", monospace; }
            pre { white-space: pre-wrap; }
            table.chart { width: 99%%; }
            table.chart td:first-child { width: 30%%; }
            table.chart td:last-child { white-space: nowrap; }
            table.chart td { border: none; word-wrap: normal; padding: 0.1rem 0.5rem; font-size: 0.85em; vertical-align: middle; }
            @page { size: A4; margin: 18mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 8pt; } }
            @media print {
            body { margin: 0; max-width: none; padding: 0; font-size: 9pt; }
            h2, h3 { break-after: avoid; page-break-after: avoid; }
            tr { page-break-inside: avoid; }
            }
            </style>
            </head>
            <body>
            %s</body>
            </html>
            """;

    private HtmlPage() {}

    public static String of(String title, String markdown) {
        return of(title, markdown, Map.of());
    }

    /** @param drawings HTML that takes the place of the code blocks of this language */
    public static String of(String title, String markdown, Map<String, String> drawings) {
        return PAGE.formatted(HtmlUtils.htmlEscape(xml(title), "UTF-8"), body(markdown, drawings));
    }

    /** What stands between a page's head and its end, for who has a page of their own. */
    public static String body(String markdown) {
        return body(markdown, Map.of());
    }

    private static String body(String markdown, Map<String, String> drawings) {
        return HtmlRenderer.builder()
                .extensions(DIALECT)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .nodeRendererFactory(context -> new Drawings(context, drawings))
                .build()
                .render(PARSER.parse(xml(markdown)));
    }

    private static String xml(String text) {
        return NOT_XML.matcher(text).replaceAll("");
    }

    /** A browser would fetch a picture, and tell whoever keeps it who reads about this incident, and when. */
    private static Node withoutPictures(Node document) {
        document.accept(new AbstractVisitor() {

            @Override
            public void visit(Image image) {
                visitChildren(image);
                put(new Link(image.getDestination(), image.getTitle()), image);
            }

            @Override
            public void visit(Link link) {
                visitChildren(link);
                put(new Link(link.getDestination(), link.getTitle()), link);
            }
        });
        return document;
    }

    /** In place of the other: a link if it leads to the web, and else what it said. */
    private static void put(Link link, Node other) {
        String lower = link.getDestination().strip().toLowerCase(Locale.ROOT);
        Node before = other;
        if (lower.startsWith("https://") || lower.startsWith("http://")) {
            for (Node child = other.getFirstChild(); child != null; child = other.getFirstChild()) {
                link.appendChild(child);
            }
            other.insertAfter(link);
        } else {
            for (Node child = other.getFirstChild(); child != null; child = other.getFirstChild()) {
                before.insertAfter(child);
                before = child;
            }
        }
        other.unlink();
    }

    /** Writes code blocks, and draws those that a drawing was given for. */
    private record Drawings(HtmlNodeRendererContext context, Map<String, String> drawings) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(FencedCodeBlock.class);
        }

        @Override
        public void render(Node node) {
            var block = (FencedCodeBlock) node;
            String info = block.getInfo() == null ? "" : block.getInfo();
            String drawing = drawings.get(info);
            var writer = context.getWriter();
            writer.line();
            if (drawing == null) {
                writer.tag("pre");
                writer.tag("code");
                writer.text(block.getLiteral());
                writer.tag("/code");
                writer.tag("/pre");
            } else {
                writer.raw(drawing);
            }
            writer.line();
        }
    }
}
