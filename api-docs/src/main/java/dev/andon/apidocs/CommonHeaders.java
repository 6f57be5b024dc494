package dev.andon.apidocs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The headers that mean the same wherever they are: those that a caller may send, and those that come back. */
public enum CommonHeaders {
    IDEMPOTENCY_KEY("Idempotency-Key", Way.SENT, text("^[\\x20-\\x7E]{1,255}$", "retry-4711"),
            "Makes sending again safe: whatever was answered under this key first is answered again, and nothing is "
                    + "recorded twice."),
    IF_MATCH("If-Match", Way.SENT, text(".+", "\"17\""),
            "Records the command only if this still is the incident's version, as a quoted `ETag`. Several may be given, "
                    + "with commas between; `*` is any."),
    ON_BEHALF_OF("Andon-On-Behalf-Of", Way.SENT, text(".{1,100}", "alice"),
            "The person for whom a bot acts. Both are recorded."),
    TRACEPARENT("traceparent", Way.SENT,
            text("^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}",
                    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
            "W3C trace context; the trace id stands in the metadata of every event that follows."),
    MIN_POSITION("Andon-Min-Position", Way.SENT, number(),
            "The position that the answer must reflect. It is waited for, up to five seconds."),
    POSITION("Andon-Position", Way.ANSWERED, number(),
            "To a command: the position of the last event that it recorded. To a question: the position up to which the "
                    + "answer reflects the log."),
    ETAG("ETag", Way.ANSWERED, text("^(W/)?\"[0-9]+\"$", "\"17\""),
            "The incident's version: the position of its latest event. It comes with answers about one incident."),
    LOCATION("Location", Way.ANSWERED, text("^/api/v1/.+", "/api/v1/incidents/INC-1"), "Where what was created is."),
    LINK("Link", Way.ANSWERED, text("^<.+>; rel=\"next\"$", "</api/v1/incidents?cursor=abc>; rel=\"next\""),
            "The next page, if there is one."),
    CORRELATION_ID("Andon-Correlation-Id", Way.ANSWERED, text("^[0-9a-f]{32}$", "0af7651916cd43dd8448eb211c80319c"),
            "What to quote when asking about this request; a command's stands in the metadata of its events."),
    RATE_LIMIT("RateLimit", Way.ANSWERED, text(".+", "\"requests\";r=599;t=1"),
            "How many requests are left, and for how long. Absent where nothing is limited."),
    RATE_LIMIT_POLICY("RateLimit-Policy", Way.ANSWERED, text(".+", "\"requests\";q=600;w=60"),
            "How many requests there may be, in how many seconds. Absent where nothing is limited."),
    RETRY_AFTER("Retry-After", Way.ANSWERED, number(), "After how many seconds to send it again."),
    WWW_AUTHENTICATE("WWW-Authenticate", Way.ANSWERED, text("^Bearer .+", "Bearer realm=\"andon\""),
            "How to say who you are.");

    private enum Way {
        SENT,
        ANSWERED
    }

    private final String header;
    private final Way way;
    private final ObjectNode schema;
    private final String meaning;

    CommonHeaders(String header, Way way, ObjectNode schema, String meaning) {
        this.header = header;
        this.way = way;
        this.schema = schema;
        this.meaning = meaning;
    }

    public String header() {
        return header;
    }

    /** As an operation's parameter. */
    public ObjectNode parameter() {
        return Json.reference("parameters/" + header);
    }

    /** What a response says of these headers. */
    public static ObjectNode in(List<CommonHeaders> headers) {
        ObjectNode object = Json.object();
        headers.forEach(one -> object.set(one.header, Json.reference("headers/" + one.header)));
        return object;
    }

    static Map<String, ObjectNode> parameters() {
        var parameters = new LinkedHashMap<String, ObjectNode>();
        for (CommonHeaders one : values()) {
            if (one.way == Way.SENT) {
                ObjectNode parameter = Json.object().put("name", one.header).put("in", "header");
                parameter.put("description", one.meaning).set("schema", one.schema.deepCopy());
                parameters.put(one.header, parameter);
            }
        }
        return parameters;
    }

    static Map<String, ObjectNode> headers() {
        var headers = new LinkedHashMap<String, ObjectNode>();
        for (CommonHeaders one : values()) {
            if (one.way == Way.ANSWERED) {
                ObjectNode header = Json.object().put("description", one.meaning);
                header.set("schema", one.schema.deepCopy());
                headers.put(one.header, header);
            }
        }
        return headers;
    }

    private static ObjectNode text(String pattern, String example) {
        ObjectNode schema = Json.object().put("type", "string").put("pattern", pattern);
        schema.set("examples", Json.array(List.of(example)));
        return schema;
    }

    private static ObjectNode number() {
        return Json.object().put("type", "integer").put("format", "int64").put("minimum", 0);
    }
}
