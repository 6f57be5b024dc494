package dev.andon.apidocs;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every problem there is a page for: those below, which any process may answer, and the reasons of the rules that it runs. An
 * answer whose type led nowhere would leave a person in trouble with a word of ours; a test looks for such types in the code.
 */
public final class ProblemTypes {

    public static final ProblemType MALFORMED = new ProblemType(
            "malformed", 400, "The request cannot be read", "the request itself cannot be read",
            "Check the URL, the headers and the parameters.");
    public static final ProblemType MALFORMED_JSON = new ProblemType(
            "malformed-json", 400, "The body is not a JSON object",
            "the body is not a JSON object; `detail` says where it stops making sense, `errors` in which field",
            "Look at the place that `detail` names: a comma or a quote too many, a field that is there twice, bytes that are "
                    + "not UTF-8, or more than 32 levels.");
    public static final ProblemType VALIDATION = new ProblemType(
            "validation", 400, "The request is not valid",
            "fields are wrong; `errors` names all of them (the first hundred), by JSON pointer, as `path: …`, `query: …` or "
                    + "`header: …`",
            "Correct every field that `errors` names, and send it again. Nothing was recorded.");
    public static final ProblemType UNAUTHENTICATED = new ProblemType(
            "unauthenticated", 401, "Who are you?", "there were no credentials, or none that are good now",
            "Send an API key or a token of your identity provider: `Authorization: Bearer …`. A key may have expired, or "
                    + "been revoked.");
    public static final ProblemType FORBIDDEN = new ProblemType(
            "forbidden", 403, "Your roles do not allow this",
            "none of your roles allows this, whether or not what you named is there",
            "Ask an ADMIN for a role that may.");
    public static final ProblemType NOT_ON_BEHALF_OF_OTHERS = new ProblemType(
            "not-on-behalf-of-others", 403, "Only a bot acts for somebody else",
            "a person named somebody else in `Andon-On-Behalf-Of`",
            "Leave the header out: what you post is recorded as yours. A bot sends it with its API key.");
    public static final ProblemType NOT_FROM_THERE = new ProblemType(
            "not-from-there", 403, "A page from elsewhere may not call this server",
            "an open server was called by a page from elsewhere",
            "Whoever runs the server names the page's origin in `andon.security.cors-allowed-origins`, and other names of "
                    + "the server in `andon.security.hosts`.");
    public static final ProblemType ORIGIN_NOT_ALLOWED = new ProblemType(
            "origin-not-allowed", 403, "A page of this origin may not send this",
            "a browser sent it for a page of another origin, which may not, or not with this method or header",
            "Whoever runs the server names the page's origin in `andon.security.cors-allowed-origins`. Pages may use `GET` and "
                    + "`POST`, with the headers that this API names.");
    public static final ProblemType NOT_FOUND = new ProblemType(
            "not-found", 404, "There is nothing at this path", "nothing is at this path", "Check the path.");
    public static final ProblemType INCIDENT_NOT_FOUND = ProblemType.notFound("incident");
    public static final ProblemType FINDING_NOT_FOUND = ProblemType.notFound("finding");
    public static final ProblemType ROLLBACK_NOT_FOUND = ProblemType.notFound("rollback");
    public static final ProblemType ANSWER_NOT_FOUND = ProblemType.notFound("answer");
    public static final ProblemType PROBLEM_NOT_FOUND = ProblemType.notFound("problem");
    public static final ProblemType API_KEY_NOT_FOUND = ProblemType.notFound("api-key");
    public static final ProblemType SERVICE_NOT_FOUND = ProblemType.notFound("service");
    public static final ProblemType CHANGE_NOT_FOUND = ProblemType.notFound("change");
    public static final ProblemType RUNBOOK_NOT_FOUND = ProblemType.notFound("runbook");
    public static final ProblemType PLANNED_EVENT_NOT_FOUND = ProblemType.notFound("planned-event");
    public static final ProblemType READINESS_CHECK_NOT_FOUND = ProblemType.notFound("readiness-check");
    public static final ProblemType OPERATIONS_REVIEW_NOT_FOUND = ProblemType.notFound("operations-review");
    public static final ProblemType ACTION_ITEM_NOT_FOUND = ProblemType.notFound("action-item");
    public static final ProblemType PROJECTION_NOT_FOUND = new ProblemType(
            "projection-not-found", 404, "There is no such projection", "the path names no projection of this server",
            "`GET /api/v1/admin/projections` has the names of all that there are.");
    public static final ProblemType METHOD_NOT_ALLOWED = new ProblemType(
            "method-not-allowed", 405, "This method is not for this path", "the `Allow` header says which methods are",
            "Use one of the methods that the `Allow` header names.");
    public static final ProblemType NOT_ACCEPTABLE = new ProblemType(
            "not-acceptable", 406, "The answer does not exist in this format",
            "the answer does not exist in this format", "Ask for one of the formats that `detail` or this API names.");
    public static final ProblemType REQUEST_TIMEOUT = new ProblemType(
            "request-timeout", 408, "The request took too long to arrive",
            "the body took too long to arrive; the connection is closed", "Send it again, without a pause.");
    public static final ProblemType VERSION_MISMATCH = new ProblemType(
            "version-mismatch", 412, "The incident has changed",
            "the incident has another version than `If-Match` says; `state` holds the present one",
            "Read what was recorded meanwhile. If you still want it, send it with the present version, or without one.");
    public static final ProblemType CONTENT_TOO_LARGE = new ProblemType(
            "content-too-large", 413, "The body is too large",
            "more than 256 KiB, or more events than fit into one commit",
            "Send less at once. An import may be as long as it likes; one of its lines may not.");
    public static final ProblemType URI_TOO_LONG = new ProblemType(
            "uri-too-long", 414, "The path is too long", "the path and the query string are too long",
            "Send what is long in the body.");
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE = new ProblemType(
            "unsupported-media-type", 415, "The body is in the wrong format",
            "the body is not `application/json`, or an import not `application/x-ndjson`",
            "Say in `Content-Type` what the body is, and send it so.");
    public static final ProblemType IDEMPOTENCY_KEY_REUSED = new ProblemType(
            "idempotency-key-reused", 422, "The Idempotency-Key was used before",
            "the key was used for another request",
            "Use a new key for a new request, and the old one to send the old request again.");
    public static final ProblemType TOO_MANY_REQUESTS = new ProblemType(
            "too-many-requests", 429, "Too many requests",
            "wait for `Retry-After` seconds; `RateLimit` and `RateLimit-Policy` come with every answer",
            "Wait for as many seconds as `Retry-After` says, and keep an eye on `RateLimit` from then on.");
    public static final ProblemType HEADER_FIELDS_TOO_LARGE = new ProblemType(
            "header-fields-too-large", 431, "The header fields are too large", "the header is too large",
            "Send at most 16 KiB of them.");
    public static final ProblemType INTERNAL = new ProblemType(
            "internal", 500, "Something went wrong here",
            "it is not the request; `detail` says under what the server's log has more",
            "Tell whoever runs the server, with the answer's `Andon-Correlation-Id`.");
    public static final ProblemType TEMPLATE_FAILED = new ProblemType(
            "template-failed", 500, "The document's template failed",
            "a template of this server's own cannot make the document; `detail` says which, and in which line",
            "Tell whoever runs the server. As JSON, the document needs no template.");
    public static final ProblemType IDENTITY_PROVIDER_UNAVAILABLE = new ProblemType(
            "identity-provider-unavailable", 503, "Nobody can say who you are right now",
            "your token cannot be checked now; API keys can", "Send it again, after `Retry-After` seconds.");
    public static final ProblemType TOO_MUCH_CONTENTION = new ProblemType(
            "too-much-contention", 503, "Others were faster",
            "others were faster, time after time; send it again, after `Retry-After` seconds",
            "Send it again, after `Retry-After` seconds. Nothing was recorded.");
    public static final ProblemType TOO_BUSY = new ProblemType(
            "too-busy", 503, "Too much at once",
            "more is waiting to be recorded, or to be written into documents, than may; send it again, after `Retry-After` seconds",
            "Send it again, after `Retry-After` seconds. Nothing was recorded.");
    public static final ProblemType STORE_UNAVAILABLE = new ProblemType(
            "store-unavailable", 503, "The store does not answer",
            "the store does not answer; nothing was recorded; send it again, after `Retry-After` seconds",
            "Send it again, after `Retry-After` seconds.");
    public static final ProblemType OUTCOME_UNKNOWN = new ProblemType(
            "outcome-unknown", 503, "Nobody can say yet whether it was recorded",
            "the store did not answer in time; the command **may have been recorded**. With the same `Idempotency-Key` it is "
                    + "safe to send it again",
            "With the same `Idempotency-Key`, send it again. Without one, look before you do.");
    public static final ProblemType STOPPING = new ProblemType(
            "stopping", 503, "The server is being stopped",
            "the server is being stopped and nothing was recorded; send it again, after `Retry-After` seconds, on another "
                    + "connection. In an import's last line: this line and those behind it are not decided; send all of it "
                    + "again, under its key",
            "Send it again, after `Retry-After` seconds: a server that goes on, or the next one, answers. Send all of an "
                    + "import again, under its key.");
    public static final ProblemType UNAVAILABLE = new ProblemType(
            "unavailable", 503, "Not now", "the server is starting or stopping; the command may have been recorded",
            "Send it again, with the same `Idempotency-Key`.");
    public static final ProblemType POSITION_NOT_REACHED = new ProblemType(
            "position-not-reached", 503, "The answer is not that fresh yet",
            "the answer does not reflect `Andon-Min-Position` yet",
            "Ask again, after `Retry-After` seconds. If the log does not reach that far, no waiting will help.");
    public static final ProblemType READ_MODEL_UNAVAILABLE = new ProblemType(
            "read-model-unavailable", 503, "The answer is being prepared", "a read model is being built",
            "Ask again, after `Retry-After` seconds.");

    private static final List<ProblemType> COMMON = List.of(
            MALFORMED, MALFORMED_JSON, VALIDATION, UNAUTHENTICATED, FORBIDDEN, NOT_ON_BEHALF_OF_OTHERS, NOT_FROM_THERE,
            ORIGIN_NOT_ALLOWED, NOT_FOUND, INCIDENT_NOT_FOUND, ProblemType.notFound("entry"), FINDING_NOT_FOUND,
            ROLLBACK_NOT_FOUND, ANSWER_NOT_FOUND, ACTION_ITEM_NOT_FOUND, PROBLEM_NOT_FOUND, API_KEY_NOT_FOUND,
            RUNBOOK_NOT_FOUND, READINESS_CHECK_NOT_FOUND, SERVICE_NOT_FOUND, CHANGE_NOT_FOUND,
            PLANNED_EVENT_NOT_FOUND, OPERATIONS_REVIEW_NOT_FOUND, PROJECTION_NOT_FOUND, METHOD_NOT_ALLOWED,
            NOT_ACCEPTABLE,
            REQUEST_TIMEOUT, VERSION_MISMATCH, CONTENT_TOO_LARGE, URI_TOO_LONG, UNSUPPORTED_MEDIA_TYPE,
            IDEMPOTENCY_KEY_REUSED, TOO_MANY_REQUESTS, HEADER_FIELDS_TOO_LARGE, INTERNAL, TEMPLATE_FAILED,
            IDENTITY_PROVIDER_UNAVAILABLE,
            TOO_MUCH_CONTENTION, TOO_BUSY, STORE_UNAVAILABLE, OUTCOME_UNKNOWN, STOPPING, UNAVAILABLE,
            POSITION_NOT_REACHED, READ_MODEL_UNAVAILABLE);

    private static final Pattern OTHER_STATUS = Pattern.compile("^http-([45][0-9]{2})$");

    private final Map<String, ProblemType> bySlug;

    private ProblemTypes(Stream<ProblemType> types) {
        this.bySlug = types.collect(Collectors.toMap(ProblemType::slug, Function.identity()));
    }

    /** What every process may answer, and what these parts may. */
    public static ProblemTypes of(List<? extends Part> parts) {
        return new ProblemTypes(
                Stream.concat(COMMON.stream(), parts.stream().flatMap(part -> part.problems().stream())));
    }

    /** In the order of their status. */
    public List<ProblemType> all() {
        return bySlug.values().stream()
                .sorted(Comparator.comparing(ProblemType::status).thenComparing(ProblemType::slug))
                .toList();
    }

    public Optional<ProblemType> find(String slug) {
        return Optional.ofNullable(bySlug.get(slug)).or(() -> ofOtherStatus(slug));
    }

    /** What HTTP refuses so seldom that its status says all there is to say. */
    private static Optional<ProblemType> ofOtherStatus(String slug) {
        return OTHER_STATUS.matcher(slug).results().findFirst().map(status -> new ProblemType(
                slug, Integer.parseInt(status.group(1)), "The request was refused", "the status code says why",
                "Look up what the status code means, and change the request."));
    }

    /** @param kind of thing, in words: {@code action item} */
    public static ProblemType notFound(String kind) {
        String slug = kind.toLowerCase(Locale.ROOT).replace(' ', '-') + "-not-found";
        return COMMON.stream()
                .filter(type -> type.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no page about " + slug));
    }
}
