package dev.andon.command.http;

import dev.andon.kernel.Actor;
import dev.andon.kernel.EventMetadata;
import dev.andon.kernel.ProblemDetails.BadField;
import dev.andon.kernel.ProblemDetails;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/**
 * What the headers say about who is asking, and as part of what.
 *
 * @param idempotencyKey empty if the caller does not care about repetitions
 */
record Caller(Actor actor, Optional<String> idempotencyKey, Map<String, String> metadata) {

    static final String ON_BEHALF_OF = "Andon-On-Behalf-Of";
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** Until there is authentication, whoever can reach the loopback of this machine. */
    private static final Actor LOCAL = new Actor("local", null);

    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7E]{1,255}");
    private static final Pattern PERSON = Pattern.compile("\\P{Cntrl}{1,100}");
    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    static Caller of(HttpHeaders headers) {
        String key = headers.getFirst(IDEMPOTENCY_KEY);
        if (key != null && !PRINTABLE.matcher(key).matches()) {
            throw badHeader(IDEMPOTENCY_KEY, "must be 1 to 255 printable ASCII characters");
        }
        return new Caller(actorIn(headers), Optional.ofNullable(key), metadataIn(headers));
    }

    /** Nobody in particular, importing what may have been imported before. */
    static Caller importing(String idempotencyKey) {
        return new Caller(LOCAL, Optional.of(idempotencyKey), Map.of());
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

    private static Map<String, String> metadataIn(HttpHeaders headers) {
        var metadata = new HashMap<String, String>();
        String traceparent = headers.getFirst("traceparent");
        if (traceparent != null) {
            // A malformed traceparent starts no trace, and is no reason to refuse: so says W3C Trace Context.
            Matcher matcher = TRACEPARENT.matcher(traceparent);
            if (matcher.matches()) {
                metadata.put(EventMetadata.TRACE_ID, matcher.group(1));
            }
        }
        return metadata;
    }

    private static MalformedRequest badHeader(String name, String detail) {
        return new MalformedRequest(ProblemDetails.invalid(List.of(new BadField("header: " + name, detail))));
    }
}
