package dev.andon.monitoring;

import dev.andon.kernel.EventMetadata;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * What all that one request leads to is found by, in events, in the log and beside figures: the trace that the caller is
 * in, or a new one of its own. It has the form of a W3C trace id, so that it can be looked for in any tracing system.
 *
 * @param callersSpan what the request is a part of; null if the caller named no trace
 */
public record Correlation(String id, @Nullable String callersSpan) {

    /** Of every answer, good or bad. The standard that is to be ({@code traceresponse}) is a draft, and nobody reads it yet. */
    public static final String HEADER = "Andon-Correlation-Id";

    static final String LOGGED_ID = EventMetadata.CORRELATION_ID;
    static final String LOGGED_SPAN = "spanId";

    private static final int ID_BYTES = 16;

    /** Later versions may add to it; what they add is not for us, and must not keep us from what we know. */
    private static final Pattern TRACEPARENT = Pattern.compile(
            "(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}(-.*)?");

    static Correlation of(HttpHeaders request) {
        Correlation callers = callersIn(request);
        return callers == null ? started() : callers;
    }

    /** For what does not come over HTTP. */
    public static Correlation started() {
        byte[] id = new byte[ID_BYTES];
        ThreadLocalRandom.current().nextBytes(id);
        return new Correlation(HexFormat.of().formatHex(id), null);
    }

    /** The one that all who answer this request share: its answer says so from the start. */
    public static Correlation of(ServerWebExchange exchange) {
        Correlation callers = callersIn(exchange.getRequest().getHeaders());
        String answered = exchange.getResponse().getHeaders().getFirst(HEADER);
        if (callers != null || answered == null) {
            return callers == null ? started() : callers;
        }
        return new Correlation(answered, null);
    }

    /** What events keep. */
    public Map<String, String> metadata() {
        return callersSpan == null
                ? Map.of(EventMetadata.CORRELATION_ID, id)
                : Map.of(EventMetadata.CORRELATION_ID, id, EventMetadata.TRACE_ID, id);
    }

    /** That of the request which this is a part of; a new one where no request is. */
    public static Correlation in(ContextView context) {
        return context.<Correlation>getOrEmpty(Correlation.class).orElseGet(Correlation::started);
    }

    Context writtenTo(Context context) {
        return context.put(Correlation.class, this);
    }

    /** Does it in this thread as a part of the request: each line that it logs says so. */
    public void run(Runnable work) {
        call(() -> {
            work.run();
            return id;
        });
    }

    /** The same for what has a result. */
    public <T> T call(Supplier<T> work) {
        MDC.put(LOGGED_ID, id);
        if (callersSpan != null) {
            MDC.put(LOGGED_SPAN, callersSpan);
        }
        try {
            return work.get();
        } finally {
            MDC.remove(LOGGED_ID);
            MDC.remove(LOGGED_SPAN);
        }
    }

    /** A malformed one, or several, start no trace, and are no reason to refuse: so says W3C Trace Context. */
    private static @Nullable Correlation callersIn(HttpHeaders request) {
        var traceparents = request.getOrEmpty("traceparent");
        if (traceparents.size() != 1) {
            return null;
        }
        Matcher traceparent = TRACEPARENT.matcher(traceparents.getFirst());
        boolean understood = traceparent.matches()
                && (traceparent.group(4) == null || !traceparent.group(1).equals("00"));
        return understood ? new Correlation(traceparent.group(2), traceparent.group(3)) : null;
    }
}
