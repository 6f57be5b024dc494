package dev.andon.query.http;

import dev.andon.kernel.json.AndonJson;
import dev.andon.query.text.HtmlPage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * An answer in the format that was wanted. JSON is the language's own, the same that events are stored in, whatever the
 * framework around it would have written.
 */
public record Answer(Format format, byte[] body, @Nullable Long version) {

    /** What {@link #page} can write. */
    public static final List<Format> PAGES = List.of(Format.JSON, Format.MARKDOWN, Format.HTML);

    public static Answer json(Object document) {
        return new Answer(Format.JSON, AndonJson.mapper().writeValueAsBytes(document), null);
    }

    /** Each of these as JSON on a line of its own. */
    public static Answer lines(List<?> documents) {
        var lines = new ByteArrayOutputStream();
        for (Object document : documents) {
            lines.writeBytes(AndonJson.mapper().writeValueAsBytes(document));
            lines.write('\n');
        }
        return new Answer(Format.NDJSON, lines.toByteArray(), null);
    }

    public static Answer text(Format format, String document) {
        return new Answer(format, document.getBytes(StandardCharsets.UTF_8), null);
    }

    public static Answer bytes(Format format, byte[] document) {
        return new Answer(format, document, null);
    }

    /** A document that is made of Markdown for people, and of JSON for programs: {@link #PAGES}. */
    public static Answer page(Format format, Object document, String title, Supplier<String> markdown) {
        return switch (format) {
            case JSON -> json(document);
            case MARKDOWN -> text(format, markdown.get());
            case HTML -> text(format, HtmlPage.of(title, markdown.get()));
            case PDF, CSV, CALENDAR, NDJSON, EVENT_STREAM ->
                throw new IllegalArgumentException("A page is not written as " + format);
        };
    }

    /** @param incidentVersion the position of the latest event of the incident that the answer is about, if it can be told */
    public Answer about(@Nullable Long incidentVersion) {
        return new Answer(format, body, incidentVersion);
    }

    public ResponseEntity<byte[]> entity() {
        return entity(HttpStatus.OK);
    }

    public ResponseEntity<byte[]> entity(HttpStatus status) {
        var entity = ResponseEntity.status(status).contentType(format.mediaType()).header(HttpHeaders.VARY,
                HttpHeaders.ACCEPT);
        return (version == null ? entity : entity.eTag(Long.toString(version))).body(body);
    }
}
