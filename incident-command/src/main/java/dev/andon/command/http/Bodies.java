package dev.andon.command.http;

import dev.andon.kernel.ProblemDetails.BadField;
import dev.andon.kernel.ProblemDetails;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads bodies, and says where they stop making sense, in words that do not need to know what reads them. */
final class Bodies {

    /** Far more than any command has; without a limit, a quarter of a megabyte of brackets is a hundred of memory. */
    private static final int MAX_DEPTH = 32;
    private static final int MAX_TOKENS = 10_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxTokenCount(MAX_TOKENS)
                    .build())
            .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Bodies() {}

    /** The object that these bytes say; an empty one if there are none, for many a command needs no field. */
    static JsonNode parse(byte[] bytes) {
        if (bytes.length == 0) {
            return JSON.createObjectNode();
        }
        try (JsonParser parser = JSON.createParser(bytes)) {
            return read(parser);
        }
    }

    private static JsonNode read(JsonParser parser) {
        try {
            JsonNode node = JSON.readTree(parser);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JacksonException malformed) {
            throw malformed(
                    "The body is not JSON", wordsFor(malformed) + placeOf(parser),
                    parser.streamReadContext().pathAsPointer().toString());
        }
        throw malformed("The body is not an object", "Send one JSON object.", "");
    }

    private static String wordsFor(JacksonException malformed) {
        String message = malformed.getOriginalMessage();
        return switch (malformed) {
            case UnexpectedEndOfInputException _ -> "It ends before it is complete";
            case StreamConstraintsException _ ->
                "It is nested too deeply, or holds a number or a name that is too long, or too many values";
            case DatabindException _ -> "Something follows its end";
            // Settings of the parser are advice to a programmer, not to a caller.
            default -> message == null || message.contains("`") ? "This is not allowed in JSON" : message;
        };
    }

    private static String placeOf(JsonParser parser) {
        TokenStreamLocation location = parser.currentLocation();
        return " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static MalformedRequest malformed(String title, String detail, String pointer) {
        ProblemDetails problem = ProblemDetails.of(400, "malformed-json", title, detail);
        return new MalformedRequest(pointer.isEmpty()
                ? problem
                : problem.with(List.of(new BadField(Names.shortened(pointer), "is where it stops making sense"))));
    }
}
