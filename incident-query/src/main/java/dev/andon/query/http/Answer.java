package dev.andon.query.http;

import dev.andon.kernel.json.AndonJson;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * An answer in the format that was wanted. JSON is the language's own, the same that events are stored in, whatever the
 * framework around it would have written.
 */
public record Answer(Format format, byte[] body, @Nullable Long version) {

    public static Answer json(Object document) {
        return new Answer(Format.JSON, AndonJson.mapper().writeValueAsBytes(document), null);
    }

    public static Answer text(Format format, String document) {
        return new Answer(format, document.getBytes(StandardCharsets.UTF_8), null);
    }

    /** @param incidentVersion the position of the latest event of the incident that the answer is about */
    public Answer about(long incidentVersion) {
        return new Answer(format, body, incidentVersion);
    }

    public ResponseEntity<byte[]> entity() {
        var entity = ResponseEntity.ok().contentType(format.mediaType()).header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        return (version == null ? entity : entity.eTag(Long.toString(version))).body(body);
    }
}
