package dev.andon.command.http;

import dev.andon.command.dispatch.CommandDispatcher;
import dev.andon.command.dispatch.Submission;
import dev.andon.kernel.Actor;
import dev.andon.kernel.EventMetadata;
import dev.andon.kernel.ProblemDetails;
import dev.andon.kernel.json.AndonJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.JsonNodeFeature;

/** Takes a path and a body to the command they mean, and back with the answer. The way in for requests and import lines. */
final class Commands {

    private static final ObjectWriter SORTING = AndonJson.mapper().writer()
            .with(JsonNodeFeature.WRITE_PROPERTIES_SORTED);

    private final CommandReader reader;
    private final CommandDispatcher dispatcher;

    Commands(CommandReader reader, CommandDispatcher dispatcher) {
        this.reader = reader;
        this.dispatcher = dispatcher;
    }

    /**
     * One command as it arrived.
     *
     * @param commandId what makes a repetition recognisable; null if the caller does not care
     * @param now when it happened if the body does not say; the clock's time if null
     */
    record Posted(
            String path,
            JsonNode body,
            Actor actor,
            String channel,
            @Nullable String commandId,
            @Nullable Instant now,
            Map<String, String> metadata) {}

    /** An answer, and when the last thing it records happened. */
    record Outcome(Answer answer, Instant occurredAt) {}

    Mono<Outcome> post(Posted posted) {
        return Mono.defer(() -> {
            CommandRoutes.Match match = CommandRoutes.match(posted.path())
                    .orElseThrow(() -> new MalformedRequest(ProblemDetails.of(
                            404,
                            "not-found",
                            "There is nothing at this path",
                            "No command is posted to %s%s.".formatted(CommandRoutes.BASE_PATH, posted.path()))));
            CommandDraft draft = reader.read(match, posted.body());
            return dispatcher
                    .dispatch(submission(posted, draft))
                    .map(recorded -> new Outcome(
                            Answer.to(match.route(), recorded).showing(draft.secret(), recorded),
                            recorded.events().getLast().occurredAt()));
        });
    }

    private static Submission submission(Posted posted, CommandDraft draft) {
        var metadata = new HashMap<>(posted.metadata());
        draft.offsets().forEach((field, offset) -> metadata.put(EventMetadata.OFFSET_OF + field, offset));
        return new Submission(
                draft::with, posted.actor(), posted.channel(), idempotencyOf(posted), posted.now(), metadata);
    }

    private static Submission.@Nullable Idempotency idempotencyOf(Posted posted) {
        return posted.commandId() == null
                ? null
                : new Submission.Idempotency(posted.commandId(), digest(posted.path() + "\n" + sorted(posted.body())));
    }

    /** The same whatever order the fields came in. */
    private static String sorted(JsonNode body) {
        return SORTING.writeValueAsString(body);
    }

    /** Not of the actor as well: it is kept with the events, and would give away who wrote an anonymous note. */
    private static String digest(String text) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
