package dev.andon.command.http;

import dev.andon.kernel.ProblemDetails.BadField;
import dev.andon.kernel.ProblemDetails;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The names that lines of one import gave to what they created, and what {@code $name} stands for. */
final class ImportNames {

    private static final int MAX_NAMES = 100_000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,99}");
    private static final Pattern REFERENCE = Pattern.compile("\\$[A-Za-z][A-Za-z0-9_-]*");

    private final Map<String, String> identifiers = new HashMap<>();

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Before the line is decided: once it is recorded, it is too late to refuse its name. */
    void requireRoomFor(String name) {
        if (identifiers.size() >= MAX_NAMES && !identifiers.containsKey(name)) {
            throw new MalformedRequest(ProblemDetails.of(
                    413, "content-too-large", "Too many names", "An import gives at most 100,000 names; split it."));
        }
    }

    /** The name stands for what the line created or, if it created nothing, for what it was about. */
    void define(String name, Answer answer) {
        identifiers.put(name, answer.names());
    }

    String resolvePath(String path) {
        var resolved = new StringBuilder();
        for (String segment : path.substring(1).split("/", -1)) {
            resolved.append('/').append(isReference(segment) ? identifierOf(segment, "/post") : segment);
        }
        return resolved.toString();
    }

    /** The body with every string value that is a reference replaced. */
    JsonNode resolve(JsonNode body) {
        return resolve(body, "/body");
    }

    private JsonNode resolve(JsonNode node, String pointer) {
        switch (node) {
            case ObjectNode object -> object.propertyNames()
                    .forEach(
                            name -> object.set(name, resolve(object.get(name), pointer + "/" + Names.shortened(name))));
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, resolve(array.get(i), pointer + "/" + i));
                }
            }
            case StringNode text when isReference(text.stringValue()) -> {
                return StringNode.valueOf(identifierOf(text.stringValue(), pointer));
            }
            default -> {
            }
        }
        return node;
    }

    private static boolean isReference(String text) {
        return REFERENCE.matcher(text).matches();
    }

    private String identifierOf(String reference, String pointer) {
        @Nullable
        String identifier = identifiers.get(reference.substring(1));
        if (identifier == null) {
            throw new MalformedRequest(ProblemDetails.invalid(List.of(new BadField(
                    pointer,
                    "refers to %s, but no line before this one that was accepted is named so"
                            .formatted(Names.shortened(reference))))));
        }
        return identifier;
    }
}
