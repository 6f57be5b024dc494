package dev.andon.command.http;

import dev.andon.kernel.ProblemDetails;
import dev.andon.kernel.json.AndonJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads bodies, and says where they stop making sense, in words that do not need to know what reads them. */
final class Bodies {

    private static final JsonMapper JSON = AndonJson.mapper();

    private Bodies() {}

    /** The object that these bytes say; an empty one if there are none, for many a command needs no field. */
    static JsonNode parse(byte[] bytes) {
        if (bytes.length == 0) {
            return JSON.createObjectNode();
        }
        try {
            JsonNode node = JSON.readTree(bytes);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException malformed) {
            throw malformed("The body is not JSON", wordsFor(malformed) + placeOf(malformed.getLocation()));
        }
        throw malformed("The body is not an object", "Send one JSON object.");
    }

    private static String wordsFor(JacksonException malformed) {
        String message = malformed.getOriginalMessage();
        return switch (malformed) {
            case UnexpectedEndOfInputException _ -> "It ends before it is complete";
            case StreamConstraintsException _ ->
                "It is nested too deeply, or holds a number or a name that is too long";
            case DatabindException _ -> "Something follows its end";
            // Settings of the parser are advice to a programmer, not to a caller.
            default -> message == null || message.contains("`") ? "This is not allowed in JSON" : message;
        };
    }

    private static String placeOf(@Nullable TokenStreamLocation location) {
        return location == null ? "" : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static MalformedRequest malformed(String title, String detail) {
        return new MalformedRequest(ProblemDetails.of(400, "malformed-json", title, detail));
    }
}
