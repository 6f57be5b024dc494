package dev.andon.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.server.authentication.ServerBearerTokenAuthenticationConverter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Finds out who sent a request. Whoever presents credentials is who they say, or nobody: a wrong key is never taken for no
 * key, also where no key is needed, or a bot would find out in production that it had been misconfigured all along.
 */
final class Credentials {

    private static final Identity NOBODY_ASKED = new Identity.Local();

    private final ServerBearerTokenAuthenticationConverter bearer = new ServerBearerTokenAuthenticationConverter();
    private final ApiKeys keys;
    private final @Nullable People people;
    private final boolean open;

    /** @param people nobody, if there is no identity provider */
    Credentials(ApiKeys keys, Optional<People> people, boolean open) {
        this.keys = keys;
        this.people = people.orElse(null);
        this.open = open;
    }

    boolean arePresentedIn(ServerHttpRequest request) {
        return request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION) != null;
    }

    /** Somebody where nobody is asked, nobody elsewhere. */
    Optional<Identity> ofThoseWhoPresentNone() {
        return open ? Optional.of(NOBODY_ASKED) : Optional.empty();
    }

    /** Empty if nobody says who they are; fails if whoever they say is not who they are, or if nobody can tell. */
    Mono<Identity> in(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        if (AccessTable.isPublic(request) && !AccessTable.saysMoreToSome(request)) {
            return Mono.empty();
        }
        Mono<Identity> presented = bearer.convert(exchange)
                .flatMap(token -> check(((BearerTokenAuthenticationToken) token).getToken()));
        return open ? presented.switchIfEmpty(Mono.just(NOBODY_ASKED)) : presented;
    }

    private Mono<Identity> check(String token) {
        if (token.startsWith(PresentedKey.PREFIX)) {
            return Mono.<Identity>justOrEmpty(keys.botWith(token))
                    .switchIfEmpty(Mono.error(() -> new BadCredentialsException("No such key")));
        }
        if (people == null) {
            return Mono.error(new BadCredentialsException("No such key"));
        }
        return Mono.<Identity>fromCallable(() -> people.personWith(token))
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorMap(Credentials::reasonOf);
    }

    private static RuntimeException reasonOf(Throwable failure) {
        return failure instanceof BadJwtException
                ? new BadCredentialsException("No such token", failure)
                : new AuthenticationServiceException("Nobody can tell", failure);
    }
}
