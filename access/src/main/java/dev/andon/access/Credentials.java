package dev.andon.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.server.authentication.ServerBearerTokenAuthenticationConverter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Finds out who sent a request. Whoever presents credentials is who they say, or nobody: a wrong key is never taken for no
 * key, also where no key is needed, or a bot would find out in production that it had been misconfigured all along.
 */
final class Credentials {

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

    Mono<Authentication> in(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        if (AccessTable.isPublic(request) && !AccessTable.saysMoreToSome(request)) {
            return Mono.empty();
        }
        Mono<Authentication> presented = bearer.convert(exchange);
        return open ? presented.switchIfEmpty(Mono.just(authenticationOf(new Identity.Local()))) : presented;
    }

    Mono<Authentication> check(Authentication presented) {
        if (!(presented instanceof BearerTokenAuthenticationToken bearerToken)) {
            return Mono.just(presented);
        }
        String token = bearerToken.getToken();
        if (token.startsWith(PresentedKey.PREFIX)) {
            return Mono.justOrEmpty(keys.botWith(token))
                    .map(Credentials::authenticationOf)
                    .switchIfEmpty(Mono.error(() -> new BadCredentialsException("No such key")));
        }
        if (people == null) {
            return Mono.error(new BadCredentialsException("No such key"));
        }
        return Mono.fromCallable(() -> authenticationOf(people.personWith(token)))
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorMap(Credentials::reasonOf);
    }

    private static RuntimeException reasonOf(Throwable failure) {
        return failure instanceof BadJwtException
                ? new BadCredentialsException("No such token", failure)
                : new AuthenticationServiceException("Nobody can tell", failure);
    }

    private static Authentication authenticationOf(Identity identity) {
        return new PreAuthenticatedAuthenticationToken(
                identity, "", AuthorityUtils.createAuthorityList(
                        identity.roles().stream().map(role -> "ROLE_" + role).toList()));
    }
}
