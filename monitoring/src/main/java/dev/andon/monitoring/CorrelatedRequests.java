package dev.andon.monitoring;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.integration.Slf4jThreadLocalAccessor;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;

/**
 * Every answer, and every line of the log that a request causes, carries the request's {@link Correlation}, on whatever
 * thread the line is written. It is around everything else: a filter would leave out what comes of a failed filter, and
 * that is when somebody looks.
 */
final class CorrelatedRequests implements HttpHandlerDecoratorFactory {

    /** Only what is ours: what libraries put there for one thread is none of another's. */
    private static final Slf4jThreadLocalAccessor LOGGED = new Slf4jThreadLocalAccessor(Correlation.LOGGED_ID,
            Correlation.LOGGED_SPAN);

    CorrelatedRequests() {
        ContextRegistry.getInstance().registerThreadLocalAccessor(LOGGED);
    }

    @Override
    public HttpHandler apply(HttpHandler handler) {
        return (request, response) -> {
            Correlation correlation = Correlation.of(request.getHeaders());
            response.getHeaders().set(Correlation.HEADER, correlation.id());
            return handler.handle(request, response)
                    .contextWrite(context -> context.put(LOGGED.key(), correlation.logged()));
        };
    }
}
