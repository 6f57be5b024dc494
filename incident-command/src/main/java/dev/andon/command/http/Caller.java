package dev.andon.command.http;

import dev.andon.access.AccessTable;
import dev.andon.access.Identity;
import dev.andon.kernel.Actor;
import dev.andon.kernel.EventMetadata;
import dev.andon.kernel.ProblemDetails.BadField;
import dev.andon.kernel.ProblemDetails;
import dev.andon.monitoring.Correlation;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.server.ServerWebExchange;

/**
 * Who is asking. The credentials say who; of whom they act for, only a bot is believed, for a person who could name another
 * would sign in their stead.
 *
 * @param idempotencyKey empty if the caller does not care about repetitions
 */
record Caller(Identity identity, Actor actor, Optional<String> idempotencyKey) {

    static final String ON_BEHALF_OF = "Andon-On-Behalf-Of";
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7E]{1,255}");
    private static final Pattern PERSON = Pattern.compile("\\P{Cntrl}{1,100}");

    static Caller of(ServerWebExchange exchange) {
        return of(Identity.in(exchange.getAttributes()), exchange.getRequest().getHeaders());
    }

    static Caller of(Identity identity, HttpHeaders headers) {
        String key = headers.getFirst(IDEMPOTENCY_KEY);
        if (key != null && !PRINTABLE.matcher(key).matches()) {
            throw badHeader(IDEMPOTENCY_KEY, "must be 1 to 255 printable ASCII characters");
        }
        return new Caller(identity, actorOf(identity, headers), Optional.ofNullable(key));
    }

    /** This server itself, importing what may have been imported before. */
    static Caller importing(String idempotencyKey) {
        var local = new Identity.Local();
        return new Caller(local, local.actor(), Optional.of(idempotencyKey));
    }

    /** Whose the idempotency keys are: the same whoever the caller acts for, and whatever they are called. */
    String id() {
        return identity.callerId();
    }

    /** @param kind of request, for each has keys of its own */
    Optional<CommandKey> key(String kind) {
        return idempotencyKey.map(key -> new CommandKey(kind, id(), key));
    }

    /** What is kept with the events, beside the actor. */
    Map<String, String> metadata(Correlation correlation) {
        var metadata = new HashMap<>(correlation.metadata());
        metadata.put(EventMetadata.CALLER, id());
        return metadata;
    }

    /** For a command that comes inside a request, which may be sent by more than may post all that can be in it. */
    void requireMayPost(String path) {
        if (CommandRoutes.match(path).isPresent() && !AccessTable.allows(
                identity, HttpMethod.POST, PathContainer.parsePath(CommandRoutes.BASE_PATH + path))) {
            throw new MalformedRequest(ProblemDetails.of(
                    403, "forbidden", "Your roles do not allow this",
                    "None of your roles allows to post this command."));
        }
    }

    private static Actor actorOf(Identity identity, HttpHeaders headers) {
        String person = headers.getFirst(ON_BEHALF_OF);
        if (person == null) {
            return identity.actor();
        }
        return switch (identity) {
            case Identity.Person _ -> throw new MalformedRequest(ProblemDetails.of(
                    403, "not-on-behalf-of-others", "Only a bot acts for somebody else",
                    "Leave %s out: what you post is recorded as yours. A bot sends it with its API key.".formatted(
                            ON_BEHALF_OF)));
            case Identity.Bot _,Identity.Local _ -> {
                String name = textOf(person).strip();
                if (!isPerson(name)) {
                    throw badHeader(ON_BEHALF_OF, "must name a person in at most 100 characters");
                }
                yield new Actor(name, identity.name());
            }
        };
    }

    /** Header bytes arrive as if they were Latin-1; what callers mean is UTF-8, and what is not valid as that is Latin-1. */
    private static String textOf(String header) {
        try {
            return StandardCharsets.UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(header.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return header;
        }
    }

    static boolean isPerson(String name) {
        return !name.isBlank() && PERSON.matcher(name).matches();
    }

    private static MalformedRequest badHeader(String name, String detail) {
        return new MalformedRequest(ProblemDetails.invalid(List.of(new BadField(BadField.inHeader(name), detail))));
    }
}
