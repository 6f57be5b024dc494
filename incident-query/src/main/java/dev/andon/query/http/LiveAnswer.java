package dev.andon.query.http;

import dev.andon.kernel.json.AndonJson;
import java.nio.charset.StandardCharsets;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An answer that grows while it is read: each document is sent as soon as it is there, as a line or as an event. */
public final class LiveAnswer {

    private LiveAnswer() {}

    /** @param format JSON, if there is one document; else lines, or server-sent events */
    public static Mono<Void> write(ServerWebExchange exchange, Format format, Flux<?> documents) {
        return Streamed.answer(exchange, format, documents.map(document -> bytes(format, document)));
    }

    private static byte[] bytes(Format format, Object document) {
        String json = new String(AndonJson.mapper().writeValueAsBytes(document), StandardCharsets.UTF_8);
        String framed = switch (format) {
            case JSON -> json;
            case NDJSON -> json + "\n";
            case EVENT_STREAM -> "data: " + json + "\n\n";
            case MARKDOWN, HTML, PDF, CSV, CALENDAR ->
                throw new IllegalArgumentException("Nothing grows as " + format);
        };
        return framed.getBytes(StandardCharsets.UTF_8);
    }
}
