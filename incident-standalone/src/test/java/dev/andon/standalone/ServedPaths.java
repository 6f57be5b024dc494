package dev.andon.standalone;

import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/** Collects which methods and paths some routes serve. */
final class ServedPaths implements RouterFunctions.Visitor {

    private final Set<String> served;

    ServedPaths(Set<String> served) {
        this.served = served;
    }

    @Override
    public void route(RequestPredicate predicate, HandlerFunction<?> handler) {
        var methods = new ArrayList<HttpMethod>();
        var paths = new ArrayList<String>();
        predicate.accept(new RequestPredicates.Visitor() {

            @Override
            public void method(Set<HttpMethod> accepted) {
                methods.addAll(accepted);
            }

            @Override
            public void path(String pattern) {
                paths.add(pattern);
            }

            @Override
            public void header(String name, String value) {}

            @Override
            public void queryParam(String name, String value) {}

            @Override
            public void pathExtension(String extension) {}

            @Override
            public void version(String version) {}

            @Override
            public void startAnd() {}

            @Override
            public void and() {}

            @Override
            public void endAnd() {}

            @Override
            public void startOr() {}

            @Override
            public void or() {}

            @Override
            public void endOr() {}

            @Override
            public void startNegate() {}

            @Override
            public void endNegate() {}

            @Override
            public void unknown(RequestPredicate other) {
                throw new AssertionError("Nobody can tell which path this is: " + other);
            }
        });
        methods.forEach(method -> paths.forEach(path -> served.add(method + " " + path)));
    }

    @Override
    public void startNested(RequestPredicate predicate) {
        throw new AssertionError("A nested route is not expected: " + predicate);
    }

    @Override
    public void endNested(RequestPredicate predicate) {}

    @Override
    public void resources(Function<ServerRequest, Mono<Resource>> lookup) {}

    @Override
    public void attributes(Map<String, Object> attributes) {}

    @Override
    public void unknown(RouterFunction<?> routes) {}
}
