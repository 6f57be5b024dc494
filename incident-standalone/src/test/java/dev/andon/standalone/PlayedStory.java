package dev.andon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server on which the examples of the API's document were played, one step after the other, each answered as it is told. */
final class PlayedStory implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** So that an answer that never comes fails a test, and does not hold up the build. */
    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(1);

    private final ConfigurableApplicationContext server;
    private final DescribedApi api;

    /** What the identifiers in the examples are on this server. */
    private final Map<String, String> identifiers = new HashMap<>();

    /** Where each command that created something says that it is. */
    private final Map<String, String> locations = new TreeMap<>();

    private String position = "0";

    private PlayedStory(ConfigurableApplicationContext server) throws Exception {
        this.server = server;
        this.api = new DescribedApi(send("GET", "/v3/api-docs", "").body());
    }

    static PlayedStory on(Path directory) throws Exception {
        var played = new PlayedStory(new SpringApplicationBuilder(StandaloneApplication.class)
                .run("--server.port=0", "--andon.data-dir=" + directory));
        var story = new TreeMap<String, DescribedApi.Call>();
        played.api.calls().forEach(call -> call.steps().forEach(step -> story.put(step, call)));
        for (var step : story.entrySet()) {
            played.play(step.getKey(), step.getValue());
        }
        return played;
    }

    private void play(String step, DescribedApi.Call call) throws Exception {
        String body = call.bodyAt(step).isMissingNode() ? "" : actual(call.bodyAt(step).toString());
        requireAsDescribed(call, send(call.method(), actual(call.pathAt(step)) + "?dryRun=true", body));
        HttpResponse<String> answer = send(call.method(), actual(call.pathAt(step)), body);

        assertThat(answer.statusCode()).as(step + " " + call + ": " + answer.body()).isEqualTo(call.statusAt(step));
        requireAsDescribed(call, answer);
        JsonNode told = call.operation().findValue("responses").findValues(step).getFirst().get("value");
        JsonNode given = JSON.readTree(answer.body());
        assertThat(given.propertyNames()).as(step).containsExactlyElementsOf(told.propertyNames());
        told.properties().stream().filter(field -> field.getKey().endsWith("Id"))
                .forEach(field -> identifiers.putIfAbsent(
                        field.getValue().stringValue(), given.get(field.getKey()).stringValue()));
        answer.headers().firstValue("Location").ifPresent(location -> locations.put(call.toString(), location));
        position = answer.headers().firstValue("Andon-Position").orElse(position);
    }

    ConfigurableApplicationContext server() {
        return server;
    }

    DescribedApi api() {
        return api;
    }

    /** How far the log has come. */
    String position() {
        return position;
    }

    Map<String, String> locations() {
        return locations;
    }

    List<DescribedApi.Call> questions() {
        return api.calls().stream()
                .filter(call -> call.method().equals("GET"))
                .sorted(Comparator.comparing(DescribedApi.Call::path))
                .toList();
    }

    void requireAsDescribed(DescribedApi.Call call, HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElseThrow();
        assertThat(api.faultsIn(call, answer.statusCode(), type, answer.body()))
                .as("%s: %s", call, answer.body())
                .isEmpty();
        assertThat(api.headersOf(call, answer.statusCode())).as(call.toString()).containsAll(
                Stream.of("Andon-Position", "Andon-Correlation-Id", "ETag", "Location", "Link", "RateLimit",
                        "Retry-After")
                        .filter(header -> answer.headers().firstValue(header).isPresent())
                        .toList());
    }

    /** A path of the document, with what its examples are on this server. */
    String pathOf(DescribedApi.Call call) {
        String path = call.path();
        for (JsonNode variable : call.parametersIn("path")) {
            path = path.replace(
                    "{" + variable.get("name").stringValue() + "}", actual(variable.get("example").stringValue()));
        }
        return path;
    }

    private String actual(String text) {
        String actual = text;
        for (var identifier : identifiers.entrySet()) {
            actual = actual.replace(identifier.getKey(), identifier.getValue());
        }
        return actual;
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = request(path, headers);
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return HTTP.send(
                request.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%s%s".formatted(
                server.getEnvironment().getProperty("local.server.port"), path))).timeout(ANSWER_LIMIT);
        return headers.length == 0 ? request : request.headers(headers);
    }

    @Override
    public void close() {
        server.close();
    }
}
