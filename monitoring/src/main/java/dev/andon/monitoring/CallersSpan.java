package dev.andon.monitoring;

import io.prometheus.metrics.tracer.common.SpanContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Leads from a figure to the trace that it was counted in, if the caller is in one: the same that the log and events name. */
final class CallersSpan implements SpanContext {

    @Override
    public @Nullable String getCurrentTraceId() {
        return MDC.get(Correlation.LOGGED_ID);
    }

    @Override
    public @Nullable String getCurrentSpanId() {
        return MDC.get(Correlation.LOGGED_SPAN);
    }

    @Override
    public boolean isCurrentSpanSampled() {
        return getCurrentSpanId() != null;
    }

    @Override
    public void markCurrentSpanAsExemplar() {
        // The span is the caller's, and so is what is kept of it.
    }
}
