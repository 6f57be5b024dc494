package dev.andon.apidocs;

import dev.andon.access.AccessTable;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.server.PathContainer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the document says before it comes to its paths, and how to say who is asking. */
final class Preface {

    private static final String VERSION = "1";

    private static final String ABOUT = """
            A flight recorder for incidents. What happens is posted as commands; each becomes immutable events; whatever is \
            asked with `GET` is made from those events alone.

            Every error is an RFC 9457 problem. Its `type` is a path on this server, where a page says what went wrong and \
            what to do; `/problems` lists them all.

            A field that is not known is refused, and so is `null`. Answers may get more fields in time.

            The examples are one story, told on an empty server: `step-01` comes first.""";

    private Preface() {}

    static ObjectNode of(List<? extends Part> parts, String openIdConfiguration) {
        ObjectNode document = Json.object().put("openapi", "3.1.0");
        ObjectNode info = document.putObject("info")
                .put("title", "Andon")
                .put("version", VERSION)
                .put("description", ABOUT);
        info.putObject("contact").put("name", "Whoever runs this server");
        info.putObject("license").put("name", "Apache 2.0").put("identifier", "Apache-2.0");
        document.putArray("servers").addObject().put("url", "/").put("description", "This server");
        ArrayNode tags = document.putArray("tags");
        parts.stream().flatMap(part -> part.tags().stream()).forEach(tag -> tags.addObject()
                .put("name", tag.name())
                .put("description", tag.description()));
        ArrayNode security = document.putArray("security");
        securitySchemes(openIdConfiguration).propertyNames().forEach(scheme -> security.addObject().putArray(scheme));
        security.addObject();
        return document;
    }

    static ObjectNode securitySchemes(String openIdConfiguration) {
        ObjectNode schemes = Json.object();
        schemes.putObject("apiKey")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "andon_XXXX_…")
                .put("description", "An API key, for bots. `POST /api/v1/api-keys` makes one.");
        schemes.putObject("identityProvider")
                .put("type", "openIdConnect")
                .put("openIdConnectUrl", openIdConfiguration)
                .put("description",
                        "A token of your identity provider, for people. A server that was told of neither way "
                                + "answers its own machine only, and asks nobody.");
        return schemes;
    }

    /** Who may, in the words of the one table that decides it. */
    static String rolesFor(Operation operation) {
        String path = operation.path().replaceAll("[{}]", "");
        return "Roles: %s.".formatted(AccessTable.rolesFor(operation.method(), PathContainer.parsePath(path)).stream()
                .sorted()
                .map(role -> "`" + role + "`")
                .collect(Collectors.joining(", ")));
    }
}
