package dev.andon.command.http;

import dev.andon.kernel.Actor;
import dev.andon.kernel.ProblemDetails.BadField;
import dev.andon.kernel.ProblemDetails;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/**
 * What the headers say about who is asking.
 *
 * @param id who is authenticated, whoever they act for: what their keys belong to
 * @param idempotencyKey empty if the caller does not care about repetitions
 */
record Caller(String id, Actor actor, Optional<String> idempotencyKey) {

    static final String ON_BEHALF_OF = "Andon-On-Behalf-Of";
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** Until there is authentication, whoever can reach the loopback of this machine. */
    private static final Actor LOCAL = new Actor("local", null);

    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7E]{1,255}");
    private static final Pattern PERSON = Pattern.compile("\\P{Cntrl}{1,100}");

    static Caller of(HttpHeaders headers) {
        String key = headers.getFirst(IDEMPOTENCY_KEY);
        if (key != null && !PRINTABLE.matcher(key).matches()) {
            throw badHeader(IDEMPOTENCY_KEY, "must be 1 to 255 printable ASCII characters");
        }
        return new Caller(LOCAL.id(), actorIn(headers), Optional.ofNullable(key));
    }

    /** Nobody in particular, importing what may have been imported before. */
    static Caller importing(String idempotencyKey) {
        return new Caller(LOCAL.id(), LOCAL, Optional.of(idempotencyKey));
    }

    /** @param kind of request, for each has keys of its own */
    Optional<CommandKey> key(String kind) {
        return idempotencyKey.map(key -> new CommandKey(kind, id, key));
    }

    private static Actor actorIn(HttpHeaders headers) {
        String person = headers.getFirst(ON_BEHALF_OF);
        if (person == null) {
            return LOCAL;
        }
        if (!isPerson(person)) {
            throw badHeader(ON_BEHALF_OF, "must name a person in at most 100 characters");
        }
        return new Actor(person.strip(), LOCAL.id());
    }

    static boolean isPerson(String name) {
        return !name.isBlank() && PERSON.matcher(name).matches();
    }

    private static MalformedRequest badHeader(String name, String detail) {
        return new MalformedRequest(ProblemDetails.invalid(List.of(new BadField("header: " + name, detail))));
    }
}
