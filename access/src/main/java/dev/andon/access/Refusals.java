package dev.andon.access;

import dev.andon.kernel.ProblemDetails;
import dev.andon.kernel.json.AndonJson;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What those are told who may not. It follows from the request and from who sent it alone, never from what is there: a 403
 * for what exists and a 404 for what does not would be a way to read a list that one may not see.
 */
final class Refusals {

    /** Never why: whoever tries tokens would learn how close they are. */
    static final ProblemDetails UNAUTHENTICATED = ProblemDetails.of(
            401, "unauthenticated", "Who are you?",
            "Send an API key or a token: Authorization: Bearer …");

    static final ProblemDetails FORBIDDEN = ProblemDetails.of(
            403, "forbidden", "Your roles do not allow this",
            "None of your roles allows this method at this path, if there is anything. docs/security.md has the table; an "
                    + "ADMIN gives roles.");

    static final ProblemDetails ELSEWHERE = ProblemDetails.of(
            403, "not-from-there", "A page from elsewhere may not call this server",
            "Andon asks nobody here who they are, so it answers only to the names of this machine, and to pages that came "
                    + "from it. Others go into andon.security.hosts and andon.security.cors-allowed-origins.");

    static final ProblemDetails ORIGIN_NOT_ALLOWED = ProblemDetails.of(
            403, "origin-not-allowed", "A page of this origin may not send this",
            "A browser sent this for a page whose origin is not in andon.security.cors-allowed-origins, or with a method or a "
                    + "header that pages of other origins may not use.");

    static final ProblemDetails MALFORMED = ProblemDetails.ofStatus(400);

    private static final ProblemDetails TOO_MANY = ProblemDetails.of(
            429, "too-many-requests", "Too many requests", "Wait for as many seconds as Retry-After says.");

    private static final ProblemDetails PROVIDER_DOWN = ProblemDetails.of(
            503, "identity-provider-unavailable", "Nobody can say who you are right now",
            "The identity provider does not answer. Send the request again after Retry-After; API keys work meanwhile.");

    private static final String PROVIDER_RETRY_SECONDS = "5";

    private Refusals() {}

    /** @param presented whether there were credentials at all */
    static Mono<Void> unauthenticated(ServerWebExchange exchange, boolean presented) {
        exchange.getResponse().getHeaders().set(
                HttpHeaders.WWW_AUTHENTICATE,
                "Bearer realm=\"andon\"" + (presented ? ", error=\"invalid_token\"" : ""));
        return answer(exchange, UNAUTHENTICATED);
    }

    static Mono<Void> tooMany(ServerWebExchange exchange, Duration wait) {
        exchange.getResponse().getHeaders().set(
                HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
        return answer(exchange, TOO_MANY);
    }

    static Mono<Void> providerDown(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, PROVIDER_RETRY_SECONDS);
        return answer(exchange, PROVIDER_DOWN);
    }

    static Mono<Void> answer(ServerWebExchange exchange, ProblemDetails problem) {
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatus.valueOf(problem.status()));
        response.getHeaders().setContentType(MediaType.valueOf(ProblemDetails.MEDIA_TYPE));
        byte[] body = AndonJson.mapper().writeValueAsBytes(problem.at(exchange.getRequest().getPath().value()));
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }
}
