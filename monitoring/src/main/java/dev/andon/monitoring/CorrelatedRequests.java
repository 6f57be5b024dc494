package dev.andon.monitoring;

import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;

/**
 * Every answer carries its request's {@link Correlation}, and so does the context of all that is done for it. It is around
 * everything else: a filter would leave out what comes of a failed filter, and that is when somebody looks.
 */
final class CorrelatedRequests implements HttpHandlerDecoratorFactory {

    @Override
    public HttpHandler apply(HttpHandler handler) {
        return (request, response) -> {
            Correlation correlation = Correlation.of(request.getHeaders());
            response.getHeaders().set(Correlation.HEADER, correlation.id());
            return handler.handle(request, response).contextWrite(correlation::writtenTo);
        };
    }
}
