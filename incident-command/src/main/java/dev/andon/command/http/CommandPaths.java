package dev.andon.command.http;

import dev.andon.kernel.ProblemDetails;
import dev.andon.monitoring.Correlation;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.TreeSet;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/**
 * Answers what never reached an endpoint, as a problem. A path that takes commands only is not unknown to somebody who comes
 * with another method, whatever else is served under it.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class CommandPaths implements WebExceptionHandler {

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        if (!(failure instanceof ResponseStatusException refused)) {
            return Responses.problem(exchange, Problems.of(failure, Correlation.of(exchange)));
        }
        boolean post = exchange.getRequest().getMethod() == HttpMethod.POST;
        if (takesCommands(exchange) && !post && isAboutTheMethod(refused)) {
            return otherMethod(exchange, refused);
        }
        refused.getHeaders().forEach((name, values) -> exchange.getResponse().getHeaders().put(name, values));
        return Responses.problem(exchange, ProblemDetails.ofStatus(refused.getStatusCode().value()));
    }

    private static Mono<Void> otherMethod(ServerWebExchange exchange, ResponseStatusException refused) {
        if (refused instanceof MethodNotAllowedException other) {
            other.getSupportedMethods().forEach(method -> allow(exchange, method));
        }
        allow(exchange, HttpMethod.POST);
        return Responses.problem(exchange, ProblemDetails.ofStatus(405));
    }

    private static void allow(ServerWebExchange exchange, HttpMethod method) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        var allowed = new TreeSet<>(Comparator.comparing(HttpMethod::name));
        allowed.addAll(headers.getAllow());
        allowed.add(method);
        headers.setAllow(new LinkedHashSet<>(allowed));
    }

    private static boolean isAboutTheMethod(ResponseStatusException refused) {
        return refused instanceof MethodNotAllowedException
                || refused.getStatusCode().isSameCodeAs(HttpStatus.NOT_FOUND);
    }

    private static boolean takesCommands(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().pathWithinApplication().value();
        return path.startsWith(CommandRoutes.BASE_PATH + "/")
                && (path.equals(CommandRoutes.BASE_PATH + Import.PATH)
                        || CommandRoutes.match(path.substring(CommandRoutes.BASE_PATH.length())).isPresent());
    }
}
