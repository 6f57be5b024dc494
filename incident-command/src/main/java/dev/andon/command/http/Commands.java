package dev.andon.command.http;

import dev.andon.command.dispatch.CommandDispatcher;
import dev.andon.command.dispatch.Recorded;
import dev.andon.command.dispatch.Submission;
import dev.andon.kernel.Actor;
import dev.andon.kernel.EventMetadata;
import dev.andon.kernel.ProblemDetails;
import dev.andon.kernel.json.AndonJson;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.JsonNodeFeature;

/**
 * Takes a path and a body to the command they mean, and back with the answer: the way in for requests and import lines. It
 * waits for the log in the thread that calls.
 */
final class Commands {

    private static final ObjectWriter SORTING = AndonJson.mapper().writer()
            .with(JsonNodeFeature.WRITE_PROPERTIES_SORTED);

    private final CommandReader reader;
    private final CommandDispatcher dispatcher;
    private final CommandMeters meters;

    Commands(CommandReader reader, CommandDispatcher dispatcher, CommandMeters meters) {
        this.reader = reader;
        this.dispatcher = dispatcher;
        this.meters = meters;
    }

    /**
     * One command as it arrived.
     *
     * @param key what makes a repetition recognisable; null if the caller does not care
     * @param expected what the incident's version must be; null if the caller does not care
     * @param now when it happened if the body does not say; the clock's time if null
     */
    record Posted(
            String path,
            JsonNode body,
            Actor actor,
            String channel,
            @Nullable CommandKey key,
            @Nullable EntityTags expected,
            @Nullable Instant now,
            Map<String, String> metadata) {}

    /**
     * An answer.
     *
     * @param occurredAt when the last thing it records happened
     * @param recordedBefore whether the command had come before, under the same key
     */
    record Outcome(Answer answer, Instant occurredAt, boolean recordedBefore) {}

    /** A command that can be decided. */
    private record Readable(CommandRoute route, Submission submission, @Nullable String secret) {}

    /** To wherever its path leads. */
    Outcome post(Posted posted) {
        return post(match(posted), posted);
    }

    Outcome post(CommandRoutes.Match match, Posted posted) {
        return meters.measured(match.route().command(), () -> {
            Readable readable = read(match, posted);
            Recorded recorded = dispatcher.dispatch(readable.submission());
            return new Outcome(
                    Answer.to(readable.route(), recorded).showing(readable.secret(), recorded),
                    recorded.events().getLast().occurredAt(),
                    recorded.before());
        });
    }

    /** What {@link #post} would answer and record, now; nothing is. */
    Rehearsal rehearse(CommandRoutes.Match match, Posted posted) {
        Readable readable = read(match, posted);
        return Rehearsal.of(readable.route(), dispatcher.preview(readable.submission()));
    }

    private static CommandRoutes.Match match(Posted posted) {
        return CommandRoutes.match(posted.path())
                .orElseThrow(() -> new MalformedRequest(ProblemDetails.of(
                        404,
                        "not-found",
                        "There is nothing at this path",
                        "No command is posted to %s%s.".formatted(CommandRoutes.BASE_PATH, posted.path()))));
    }

    private Readable read(CommandRoutes.Match match, Posted posted) {
        CommandDraft draft = reader.read(match, posted.body());
        return new Readable(match.route(), submission(posted, draft), draft.secret());
    }

    private static Submission submission(Posted posted, CommandDraft draft) {
        return new Submission(
                draft::with,
                posted.actor(),
                posted.channel(),
                posted.key() == null ? null : posted.key().of(requestOf(posted), draft.isAnonymous()),
                posted.expected() == null ? null : posted.expected().of(draft.incidentId()),
                posted.now(),
                metadataOf(posted, draft));
    }

    private static Map<String, String> metadataOf(Posted posted, CommandDraft draft) {
        if (draft.offsets().isEmpty()) {
            return posted.metadata();
        }
        var metadata = new HashMap<>(posted.metadata());
        draft.offsets().forEach((field, offset) -> metadata.put(EventMetadata.OFFSET_OF + field, offset));
        return metadata;
    }

    /** The same whatever order the fields came in. Without the actor, who may want to be forgotten. */
    private static String requestOf(Posted posted) {
        return posted.path() + "\n" + SORTING.writeValueAsString(posted.body());
    }
}
