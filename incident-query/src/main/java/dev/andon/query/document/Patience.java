package dev.andon.query.document;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.layout.UrlAwareLineBreakIterator;
import com.openhtmltopdf.pdfboxout.PageSupplier;
import java.text.BreakIterator;
import java.time.Duration;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * How long a document may be drawn. The library that draws knows no limit and heeds no interruption, but asks for every line
 * and for every page; whoever asks too late is answered with {@link DrawnTooLongException}. One document that takes for ever
 * would else keep one of the few that draw from all others.
 */
final class Patience implements FSTextBreaker, PageSupplier {

    private final FSTextBreaker lines = new UrlAwareLineBreakIterator(BreakIterator.getLineInstance(Locale.US));
    private final long began = System.nanoTime();
    private final Duration longest;

    Patience(Duration longest) {
        this.longest = longest;
    }

    @Override
    public void setText(String text) {
        check();
        lines.setText(text);
    }

    @Override
    public int next() {
        return lines.next();
    }

    @Override
    public PDPage requestPage(PDDocument document, float width, float height, int number, int shadow) {
        check();
        var page = new PDPage(new PDRectangle(width, height));
        document.addPage(page);
        return page;
    }

    private void check() {
        if (System.nanoTime() - began > longest.toNanos()) {
            throw new DrawnTooLongException();
        }
    }
}
