package dev.andon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the document says is what the server does: its story is played step by step, every question is asked at the end, and
 * each answer is held against the shape that is promised.
 */
class ApiDocumentTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final String EVENT_STREAM = "text/event-stream";

    /** So that an answer that never comes fails a test, and does not hold up the build. */
    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(1);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext server;

    @SuppressWarnings("NullAway.Init")
    private static DescribedApi api;

    /** What the identifiers in the examples are on this server. */
    private static final Map<String, String> IDENTIFIERS = new HashMap<>();

    private static String position = "0";

    @BeforeAll
    static void playTheStory() throws Exception {
        server = new SpringApplicationBuilder(StandaloneApplication.class)
                .run("--server.port=0", "--andon.data-dir=" + directory);
        api = new DescribedApi(send("GET", "/v3/api-docs", "").body());
        var story = new TreeMap<String, DescribedApi.Call>();
        api.calls().forEach(call -> call.steps().forEach(step -> story.put(step, call)));
        for (var step : story.entrySet()) {
            play(step.getKey(), step.getValue());
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void play(String step, DescribedApi.Call call) throws Exception {
        String body = call.bodyAt(step).isMissingNode() ? "" : actual(call.bodyAt(step).toString());
        isAsDescribed(call, send(call.method(), actual(call.pathAt(step)) + "?dryRun=true", body));
        HttpResponse<String> answer = send(call.method(), actual(call.pathAt(step)), body);

        assertThat(answer.statusCode()).as(step + " " + call + ": " + answer.body()).isEqualTo(call.statusAt(step));
        isAsDescribed(call, answer);
        JsonNode told = call.operation().findValue("responses").findValues(step).getFirst().get("value");
        JsonNode given = JSON.readTree(answer.body());
        assertThat(given.propertyNames()).as(step).containsExactlyElementsOf(told.propertyNames());
        told.properties().stream().filter(field -> field.getKey().endsWith("Id"))
                .forEach(field -> IDENTIFIERS.putIfAbsent(
                        field.getValue().stringValue(), given.get(field.getKey()).stringValue()));
        position = answer.headers().firstValue("Andon-Position").orElse(position);
    }

    @Test
    void everyQuestionIsAnsweredInEveryFormatAsItIsDescribed() throws Exception {
        assertThat(questions()).isNotEmpty();
        for (DescribedApi.Call question : questions()) {
            for (String format : question.operation().at("/responses/200/content").propertyNames()) {
                if (format.equals(EVENT_STREAM)) {
                    beginsAStream(question, pathOf(question), "Accept", format);
                    continue;
                }
                HttpResponse<String> answer = send(
                        "GET", pathOf(question), "", "Accept", format, "Andon-Min-Position", position);
                assertThat(answer.statusCode()).as(question + ": " + answer.body()).isEqualTo(200);
                if (format.equals("application/json")) {
                    isAsDescribed(question, answer);
                }
            }
        }
    }

    @Test
    void everyQuestionTakesTheParametersThatAreDescribed() throws Exception {
        for (DescribedApi.Call question : questions()) {
            HttpResponse<String> answer = send("GET", pathOf(question) + "?nobodyKnowsThis=1", "");

            isAsDescribed(question, answer);
            String known = JSON.readTree(answer.body()).at("/errors/0/detail").stringValue();
            assertThat(question.parametersIn("query").stream().map(one -> one.get("name").stringValue()).sorted())
                    .as(question.toString())
                    .containsExactly(known.substring(known.indexOf("there is ") + "there is ".length()).split(", "));
            for (JsonNode parameter : question.parametersIn("query")) {
                for (JsonNode value : parameter.get("schema").path("enum")) {
                    String name = parameter.get("name").stringValue();
                    if (value.stringValue().equals("event-stream")) {
                        beginsAStream(question, pathOf(question) + "?format=event-stream");
                        continue;
                    }
                    assertThat(send("GET", pathOf(question) + "?" + name + "=" + value.stringValue(), "").statusCode())
                            .as(question + " " + name + "=" + value)
                            .isEqualTo(200);
                }
            }
        }
    }

    @Test
    void theExampleOfAnImportIsAnsweredLineByLine() throws Exception {
        DescribedApi.Call imports = api.calls().stream()
                .filter(call -> call.path().endsWith("/imports"))
                .findFirst()
                .orElseThrow();
        HttpResponse<String> answer = HTTP.send(
                request("/api/v1/imports", "Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofString(example(imports, "/requestBody")))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.body().lines().map(line -> JSON.readTree(line).get("status")))
                .containsExactlyElementsOf(example(imports, "/responses/200").lines()
                        .map(line -> JSON.readTree(line).get("status"))
                        .toList());
    }

    @Test
    void everyPathThatIsServedIsDescribed() {
        Set<String> served = new HashSet<>();
        server.getBeansOfType(RouterFunction.class).values()
                .forEach(routes -> routes.accept(new ServedPaths(served)));
        server.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().keySet()
                .forEach(mapping -> mapping.getMethodsCondition().getMethods().forEach(method -> mapping
                        .getPatternsCondition()
                        .getPatterns()
                        .forEach(path -> served.add(method + " " + path.getPatternString()))));

        assertThat(api.calls().stream().map(DescribedApi.Call::toString)).containsExactlyInAnyOrderElementsOf(
                served.stream().filter(path -> path.contains(" /api/")).toList());
    }

    @Test
    void everyOperationIsSummedUpAndHasAnExample() {
        assertThat(api.calls()).allSatisfy(call -> {
            assertThat(call.operation().get("summary").stringValue()).as(call.toString()).hasSizeBetween(5, 120);
            assertThat(call.operation().get("description").stringValue()).as(call.toString()).contains("Roles: `");
            assertThat(call.parametersIn("path")).as(call.toString())
                    .allMatch(variable -> variable.has("example") || variable.has("examples"));
            assertThat(isTold(call) || !call.steps().isEmpty())
                    .as(call.toString())
                    .isTrue();
        });
        assertThat(api.calls().stream().map(call -> call.operation().get("operationId").stringValue()))
                .doesNotHaveDuplicates();
    }

    /** What needs no step of the story. */
    private static boolean isTold(DescribedApi.Call call) {
        return call.method().equals("GET") || call.path().endsWith("/imports") || call.path().contains("/admin/");
    }

    @Test
    void whatIsDoneToReadModelsIsAnsweredAsItIsDescribed() throws Exception {
        List<DescribedApi.Call> orders = api.calls().stream()
                .filter(call -> call.method().equals("POST") && call.path().contains("/admin/"))
                .toList();

        assertThat(orders).hasSize(2);
        for (DescribedApi.Call order : orders) {
            HttpResponse<String> accepted = send("POST", pathOf(order), "");
            assertThat(accepted.statusCode()).isEqualTo(202);
            isAsDescribed(order, accepted);
            isAsDescribed(order, send("POST", order.path().replace("{projection}", "nobody"), ""));
        }
    }

    @Test
    void everyShapeAndEveryFieldSaysWhatItMeans() {
        var mute = new ArrayList<String>();
        api.schemas().properties().forEach(schema -> {
            if (schema.getValue().path("description").asString("").isBlank()) {
                mute.add(schema.getKey());
            }
            schema.getValue().path("properties").properties().stream()
                    .filter(field -> !field.getValue().has("$ref") && !field.getValue().has("description"))
                    .forEach(field -> mute.add(schema.getKey() + "." + field.getKey()));
        });

        assertThat(mute).isEmpty();
    }

    @Test
    void everyProblemThatIsDescribedHasAPage() throws Exception {
        Set<String> types = Pattern.compile("\"(/problems/[a-z0-9-]+)\"")
                .matcher(send("GET", "/v3/api-docs", "").body())
                .results()
                .map(type -> type.group(1))
                .collect(Collectors.toSet());

        assertThat(types).hasSizeGreaterThan(80);
        for (String type : types) {
            HttpResponse<String> page = send("GET", type, "", "Accept", "text/html");
            assertThat(page.statusCode()).as(type).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
            assertThat(page.body()).contains("<h1>", "What to do", type);
        }
        assertThat(send("GET", "/problems/there-is-no-such-thing", "").statusCode()).isEqualTo(404);
    }

    private static List<DescribedApi.Call> questions() {
        return api.calls().stream()
                .filter(call -> call.method().equals("GET"))
                .sorted(Comparator.comparing(DescribedApi.Call::path))
                .toList();
    }

    private static void isAsDescribed(DescribedApi.Call call, HttpResponse<String> answer) {
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

    private static String example(DescribedApi.Call call, String where) {
        return call.operation().at(where + "/content/application~1x-ndjson/example").stringValue();
    }

    private static String pathOf(DescribedApi.Call call) {
        String path = call.path();
        for (JsonNode variable : call.parametersIn("path")) {
            path = path.replace(
                    "{" + variable.get("name").stringValue() + "}", actual(variable.get("example").stringValue()));
        }
        return path;
    }

    private static String actual(String text) {
        String actual = text;
        for (var identifier : IDENTIFIERS.entrySet()) {
            actual = actual.replace(identifier.getKey(), identifier.getValue());
        }
        return actual;
    }

    /** It may have no end. */
    private static void beginsAStream(DescribedApi.Call question, String path, String... headers) throws Exception {
        HttpResponse<InputStream> answer = HTTP.send(request(path, headers).build(), BodyHandlers.ofInputStream());
        answer.body().close();
        assertThat(answer.statusCode()).as(question.toString()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).as(question.toString()).hasValue(EVENT_STREAM);
    }

    private static HttpResponse<String> send(String method, String path, String body, String... headers)
            throws Exception {
        HttpRequest.Builder request = request(path, headers);
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return HTTP.send(
                request.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%s%s".formatted(
                server.getEnvironment().getProperty("local.server.port"), path))).timeout(ANSWER_LIMIT);
        return headers.length == 0 ? request : request.headers(headers);
    }
}
