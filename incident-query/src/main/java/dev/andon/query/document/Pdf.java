package dev.andon.query.document;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Objects;
import java.util.zip.CRC32;

/**
 * A page of ours as PDF, with the fonts that it needs. The same page gives the same bytes, at whatever time: a document that
 * never changes must not seem to. Nothing is fetched, whatever the page says.
 */
final class Pdf {

    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";
    private static final float VERSION = 1.7f;

    static {
        // It tells every step of every document.
        XRLog.setLoggingEnabled(false);
    }

    private Pdf() {}

    /**
     * Fails with {@link DrawnTooLongException} if it takes longer than that.
     *
     * @param page well-formed
     * @param dated what the file says of its own age
     */
    static byte[] of(String page, Instant dated, Duration longest) {
        var bytes = new ByteArrayOutputStream();
        var patience = new Patience(longest);
        try (var drawer = new BatikSVGDrawer()) {
            var builder = new PdfRendererBuilder()
                    .withHtmlContent(page, null)
                    .useSVGDrawer(drawer)
                    .useUriResolver((_, _) -> null)
                    .useExternalResourceAccessControl(
                            (_, _) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                    .useExternalResourceAccessControl(
                            (_, _) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                    .useUnicodeBidiSplitter(RightToLeft.Splitter::new)
                    .useUnicodeBidiReorderer(new RightToLeft())
                    .useUnicodeLineBreaker(patience)
                    .usePageSupplier(patience)
                    .useReplacementText("\u25a1")
                    .usePdfVersion(VERSION)
                    .withProducer("Andon");
            font(builder, "DejaVuSans.ttf", "DejaVu Sans", 400, FontStyle.NORMAL);
            font(builder, "DejaVuSans-Bold.ttf", "DejaVu Sans", 700, FontStyle.NORMAL);
            font(builder, "DejaVuSans-Oblique.ttf", "DejaVu Sans", 400, FontStyle.ITALIC);
            font(builder, "DejaVuSans-BoldOblique.ttf", "DejaVu Sans", 700, FontStyle.ITALIC);
            font(builder, "DejaVuSansMono.ttf", "DejaVu Sans Mono", 400, FontStyle.NORMAL);
            try (var renderer = builder.buildPdfRenderer()) {
                renderer.layout();
                try (var document = renderer.createPDFKeepOpen()) {
                    var information = document.getDocumentInformation();
                    var calendar = GregorianCalendar.from(dated.atZone(ZoneOffset.UTC));
                    information.setCreationDate(calendar);
                    information.setModificationDate(calendar);
                    document.setDocumentId(checksum(page));
                    document.save(bytes);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void font(PdfRendererBuilder builder, String file, String family, int weight, FontStyle style) {
        FSSupplier<InputStream> font = () -> Objects.requireNonNull(Pdf.class.getResourceAsStream(FONTS + file), file);
        builder.useFont(font, family, weight, style, true);
    }

    private static long checksum(String page) {
        var checksum = new CRC32();
        checksum.update(page.getBytes(StandardCharsets.UTF_8));
        return checksum.getValue();
    }
}
