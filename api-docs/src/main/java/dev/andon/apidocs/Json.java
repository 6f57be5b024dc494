package dev.andon.apidocs;

import dev.andon.kernel.json.AndonJson;
import java.util.Collection;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Nodes of the document, in the order in which they are put. */
public final class Json {

    private Json() {}

    public static ObjectNode object() {
        return AndonJson.mapper().createObjectNode();
    }

    public static ArrayNode array(Collection<String> texts) {
        ArrayNode array = AndonJson.mapper().createArrayNode();
        texts.forEach(array::add);
        return array;
    }

    /** @param path below the document's components, such as {@code schemas/Severity} */
    public static ObjectNode reference(String path) {
        return object().put("$ref", "#/components/" + path);
    }
}
