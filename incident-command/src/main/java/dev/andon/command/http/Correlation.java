package dev.andon.command.http;

import dev.andon.kernel.EventMetadata;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * What all that one request leads to is found by: the trace that the caller is in, or a new one of its own. It has the form
 * of a W3C trace id, so that it can be looked for in any tracing system.
 *
 * @param traced whether the caller named the trace
 */
record Correlation(String id, boolean traced) {

    /** Of every answer, good or bad. The standard that is to be ({@code traceresponse}) is a draft, and nobody reads it yet. */
    static final String HEADER = "Andon-Correlation-Id";

    private static final String ATTRIBUTE = Correlation.class.getName();
    private static final int ID_BYTES = 16;

    /** Later versions may add to it; what they add is not for us, and must not keep us from what we know. */
    private static final Pattern TRACEPARENT = Pattern.compile(
            "(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

    static Correlation of(HttpHeaders headers) {
        String traceId = traceIdIn(headers.getOrEmpty("traceparent"));
        return traceId == null ? started() : new Correlation(traceId, true);
    }

    /** For what does not come over HTTP. */
    static Correlation started() {
        byte[] id = new byte[ID_BYTES];
        ThreadLocalRandom.current().nextBytes(id);
        return new Correlation(HexFormat.of().formatHex(id), false);
    }

    /** The one that all who answer this request share. */
    static Correlation of(ServerWebExchange exchange) {
        return (Correlation) exchange.getAttributes()
                .computeIfAbsent(ATTRIBUTE, _ -> of(exchange.getRequest().getHeaders()));
    }

    Map<String, String> metadata() {
        return traced
                ? Map.of(EventMetadata.CORRELATION_ID, id, EventMetadata.TRACE_ID, id)
                : Map.of(EventMetadata.CORRELATION_ID, id);
    }

    /** A malformed one, or several, start no trace, and are no reason to refuse: so says W3C Trace Context. */
    private static @Nullable String traceIdIn(List<String> traceparents) {
        if (traceparents.size() != 1) {
            return null;
        }
        Matcher traceparent = TRACEPARENT.matcher(traceparents.getFirst());
        boolean understood = traceparent.matches()
                && (traceparent.group(3) == null || !traceparent.group(1).equals("00"));
        return understood ? traceparent.group(2) : null;
    }
}
