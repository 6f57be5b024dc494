package dev.andon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.command.http.CommandFilter;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static PlayedStory played;

    @SuppressWarnings("NullAway.Init")
    private static DescribedApi api;

    @BeforeAll
    static void playTheStory() throws Exception {
        played = PlayedStory.on(directory);
        api = played.api();
    }

    @AfterAll
    static void stop() {
        played.close();
    }

    @Test
    void whatACommandCreatedIsFoundWhereItsAnswerSays() throws Exception {
        assertThat(played.locations()).containsOnlyKeys(api.calls().stream()
                .filter(call -> call.operation().get("responses").has("201"))
                .map(DescribedApi.Call::toString)
                .toList());
        for (var created : played.locations().entrySet()) {
            HttpResponse<String> found = played.send(
                    "GET", created.getValue(), "", "Andon-Min-Position", played.position());
            assertThat(found.statusCode()).as("%s: %s", created, found.body()).isEqualTo(200);
        }
    }

    @Test
    void everyQuestionIsAnsweredInEveryFormatAsItIsDescribed() throws Exception {
        assertThat(played.questions()).isNotEmpty();
        for (DescribedApi.Call question : played.questions()) {
            for (String format : question.operation().at("/responses/200/content").propertyNames()) {
                if (format.equals(EVENT_STREAM)) {
                    beginsAStream(question, played.pathOf(question), "Accept", format);
                    continue;
                }
                HttpResponse<String> answer = played.send(
                        "GET", played.pathOf(question), "", "Accept", format, "Andon-Min-Position", played.position());
                assertThat(answer.statusCode()).as(question + ": " + answer.body()).isEqualTo(200);
                if (format.equals("application/json")) {
                    played.requireAsDescribed(question, answer);
                }
            }
        }
    }

    @Test
    void everyQuestionTakesTheParametersThatAreDescribed() throws Exception {
        for (DescribedApi.Call question : played.questions()) {
            HttpResponse<String> answer = played.send("GET", played.pathOf(question) + "?nobodyKnowsThis=1", "");

            played.requireAsDescribed(question, answer);
            String known = JSON.readTree(answer.body()).at("/errors/0/detail").stringValue();
            assertThat(question.parametersIn("query").stream().map(one -> one.get("name").stringValue()).sorted())
                    .as(question.toString())
                    .containsExactly(known.substring(known.indexOf("there is ") + "there is ".length()).split(", "));
            for (JsonNode parameter : question.parametersIn("query")) {
                for (JsonNode value : parameter.get("schema").path("enum")) {
                    String name = parameter.get("name").stringValue();
                    if (value.stringValue().equals("event-stream")) {
                        beginsAStream(question, played.pathOf(question) + "?format=event-stream");
                        continue;
                    }
                    assertThat(played.send("GET", played.pathOf(question) + "?" + name + "=" + value.stringValue(), "")
                            .statusCode())
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
                played.request("/api/v1/imports", "Content-Type", "application/x-ndjson")
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
        played.server().getBean(CommandFilter.class).paths().forEach(path -> served.add("POST " + path));
        played.server().getBeansOfType(RouterFunction.class).values()
                .forEach(routes -> routes.accept(new ServedPaths(served)));
        played.server().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods()
                .keySet()
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
            HttpResponse<String> accepted = played.send("POST", played.pathOf(order), "");
            assertThat(accepted.statusCode()).isEqualTo(202);
            played.requireAsDescribed(order, accepted);
            played.requireAsDescribed(order, played.send("POST", order.path().replace("{projection}", "nobody"), ""));
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
                .matcher(played.send("GET", "/v3/api-docs", "").body())
                .results()
                .map(type -> type.group(1))
                .collect(Collectors.toSet());

        assertThat(types).hasSizeGreaterThan(80);
        for (String type : types) {
            HttpResponse<String> page = played.send("GET", type, "", "Accept", "text/html");
            assertThat(page.statusCode()).as(type).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
            assertThat(page.body()).contains("<h1>", "What to do", type);
        }
        assertThat(played.send("GET", "/problems/there-is-no-such-thing", "").statusCode()).isEqualTo(404);
    }

    private static String example(DescribedApi.Call call, String where) {
        return call.operation().at(where + "/content/application~1x-ndjson/example").stringValue();
    }

    /** It may have no end. */
    private static void beginsAStream(DescribedApi.Call question, String path, String... headers) throws Exception {
        HttpResponse<InputStream> answer = HTTP.send(played.request(path, headers).build(),
                BodyHandlers.ofInputStream());
        answer.body().close();
        assertThat(answer.statusCode()).as(question.toString()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).as(question.toString()).hasValue(EVENT_STREAM);
    }
}
