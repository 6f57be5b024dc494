package dev.andon.query.audit;

import dev.andon.kernel.json.AndonJson;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A payload's bytes as JSON, where nothing of them is lost by that. */
final class Payload {

    private static final JsonMapper JSON = AndonJson.mapper();

    private Payload() {}

    /**
     * The bytes as JSON if they come back the same from it: {@code 1.10} would come back as {@code 1.1}, and no longer be what
     * its commit's hash was computed from.
     */
    static @Nullable JsonNode json(byte[] payload) {
        try {
            JsonNode tree = JSON.readTree(payload);
            return tree != null && !tree.isMissingNode() && Arrays.equals(bytes(tree), payload) ? tree : null;
        } catch (JacksonException _) {
            return null;
        }
    }

    static byte[] bytes(JsonNode json) {
        return JSON.writeValueAsBytes(json);
    }
}
