package dev.andon.kernel;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is known of every event beside its content: who, through which channel, and as part of what. */
public final class EventMetadata {

    public static final String ACTOR = "actor";
    public static final String ACTOR_VIA = "actorVia";
    public static final String CHANNEL = "channel";
    public static final String CORRELATION_ID = "correlationId";
    public static final String CAUSATION_ID = "causationId";
    public static final String TRACE_ID = "traceId";

    /** Whose credentials it came with: stays the same when the actor's name changes, or when a bot names somebody else. */
    public static final String CALLER = "caller";

    /** What an {@code Idempotency-Key} was first sent with, so that another request with the same key is told apart. */
    public static final String REQUEST_DIGEST = "requestDigest";

    /** Followed by a field's name; its value is the offset the caller gave that field's instant in, such as {@code +02:00}. */
    public static final String OFFSET_OF = "offset.";

    private EventMetadata() {}

    public static Map<String, String> of(Actor actor) {
        var metadata = new LinkedHashMap<String, String>();
        metadata.put(ACTOR, actor.id());
        if (actor.via() != null) {
            metadata.put(ACTOR_VIA, actor.via());
        }
        return metadata;
    }

    public static Actor actorIn(Map<String, String> metadata) {
        return new Actor(metadata.getOrDefault(ACTOR, "unknown"), metadata.get(ACTOR_VIA));
    }
}
