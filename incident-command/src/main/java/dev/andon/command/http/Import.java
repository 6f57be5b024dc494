package dev.andon.command.http;

import dev.andon.kernel.Actor;
import dev.andon.kernel.ProblemDetails.BadField;
import dev.andon.kernel.ProblemDetails;
import dev.andon.monitoring.Correlation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One stream of past commands, line by line, each decided like the single command would be. What a line needs to know of the
 * lines before it is here: the names they gave, and when they happened. A line without a time of its own happened when the
 * line before it did; now would tell a story that nobody lived.
 */
final class Import {

    static final String PATH = "/imports";

    private static final String CHANNEL = "IMPORT";
    private static final Set<String> FIELDS = Set.of("post", "body", "as", "actor");

    private static final ProblemDetails STOPPING = ProblemDetails.of(
            503, "stopping", "The server is being stopped",
            "Every line above is decided; this one and those behind it are not. Send all of it again: with the same "
                    + "Idempotency-Key, what is recorded is not recorded again.");

    private final Commands commands;
    private final Caller caller;
    private final Correlation correlation;
    private final ImportNames names = new ImportNames();
    private @Nullable Instant lastOccurredAt;
    private long lastLine;
    private boolean complete;

    Import(Commands commands, Caller caller, Correlation correlation) {
        this.commands = commands;
        this.caller = caller;
        this.correlation = correlation;
    }

    /** What a line is answered with: what the single command would have been. */
    record Result(long line, int status, Object body) {}

    Result post(Line line) {
        lastLine = line.number();
        String path = PATH;
        try {
            JsonNode said = Bodies.parse(bytesOf(line));
            requireWellFormed(said);
            String as = text(said, "as");
            if (as != null) {
                names.requireRoomFor(as);
            }
            Commands.Posted posted = posted(said, line);
            path = posted.path();
            return accepted(line, as, commands.post(posted));
        } catch (RuntimeException | Error failure) {
            return refused(line, path, failure);
        }
    }

    void allHaveCome() {
        complete = true;
    }

    /** The last word to somebody who said nothing for too long. */
    Result brokenOff() {
        return lastWord(ProblemDetails.ofStatus(408));
    }

    /** The last word to somebody who had more to say when the server was stopped; nothing if they had not. */
    Optional<Result> cutShort() {
        return complete ? Optional.empty() : Optional.of(lastWord(STOPPING));
    }

    private Result lastWord(ProblemDetails problem) {
        return new Result(lastLine + 1, problem.status(), problem.at(CommandRoutes.BASE_PATH + PATH));
    }

    private Commands.Posted posted(JsonNode said, Line line) {
        String path = names.resolvePath(said.get("post").stringValue());
        caller.requireMayPost(path);
        return new Commands.Posted(
                path,
                said.has("body") ? names.resolve(said.get("body")) : Bodies.parse(new byte[0]),
                actorOf(said),
                CHANNEL,
                caller.idempotencyKey()
                        .map(key -> new CommandKey("import", caller.id(), key + "/" + line.number()))
                        .orElse(null),
                null,
                lastOccurredAt,
                caller.metadata(correlation));
    }

    private Result accepted(Line line, @Nullable String as, Commands.Outcome outcome) {
        Answer answer = outcome.answer();
        lastOccurredAt = outcome.occurredAt();
        if (as != null) {
            names.define(as, answer);
        }
        return new Result(line.number(), answer.status(), answer.body());
    }

    private Result refused(Line line, String path, Throwable failure) {
        ProblemDetails problem = Problems.of(failure, correlation).at(CommandRoutes.BASE_PATH + path);
        return new Result(line.number(), problem.status(), problem);
    }

    private static byte[] bytesOf(Line line) {
        if (line.bytes() == null) {
            throw new MalformedRequest(ProblemDetails.ofStatus(413));
        }
        return line.bytes();
    }

    private Actor actorOf(JsonNode posted) {
        JsonNode actor = posted.get("actor");
        if (actor == null) {
            return caller.actor();
        }
        return new Actor(actor.get("id").stringValue(), text(actor, "via"));
    }

    private static @Nullable String text(JsonNode object, String field) {
        return object.has(field) ? object.get(field).stringValue() : null;
    }

    private static void requireWellFormed(JsonNode line) {
        List<BadField> bad = new ArrayList<>();
        if (!line.has("post") || !line.get("post").isString() || !line.get("post").stringValue().startsWith("/")) {
            bad.add(new BadField("/post", "is required: the command's path, such as /incidents"));
        }
        if (line.has("body") && !line.get("body").isObject()) {
            bad.add(new BadField("/body", "must be an object"));
        }
        if (line.has("as") && !(line.get("as").isString() && ImportNames.isName(line.get("as").stringValue()))) {
            bad.add(new BadField("/as", "must be a letter followed by up to 99 letters, digits, - or _"));
        }
        if (line.has("actor") && !isActor(line.get("actor"))) {
            bad.add(new BadField("/actor", "must be an object with the fields id and, optionally, via"));
        }
        for (String name : line.propertyNames()) {
            if (!FIELDS.contains(name)) {
                bad.add(new BadField("/" + Names.shortened(name), Names.unknown(name, FIELDS)));
            }
        }
        if (!bad.isEmpty()) {
            throw new MalformedRequest(ProblemDetails.invalid(bad));
        }
    }

    private static boolean isActor(JsonNode actor) {
        return actor.isObject()
                && actor.has("id")
                && Set.of("id", "via").containsAll(actor.propertyNames())
                && actor.values().stream().allMatch(name -> name.isString() && Caller.isPerson(name.stringValue()));
    }
}
