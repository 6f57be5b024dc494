package dev.andon.query.readmodel.mongodb;

import java.util.Map;
import org.bson.Document;

/**
 * Where the fields that a document can be searched by stand in it. Their names come from what people wrote, such as the name
 * of a service, and MongoDB takes a dot for a path and a dollar for an operator.
 */
final class IndexFields {

    static final String INDEX = "index";

    private IndexFields() {}

    static Document of(Map<String, String> index) {
        var fields = new Document();
        index.forEach((field, value) -> fields.append(escaped(field), value));
        return fields;
    }

    static String path(String field) {
        return INDEX + "." + escaped(field);
    }

    static String escaped(String field) {
        return field.replace("%", "%25").replace(".", "%2E").replace("$", "%24").replace("\0", "%00");
    }
}
