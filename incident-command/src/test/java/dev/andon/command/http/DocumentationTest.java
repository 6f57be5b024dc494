package dev.andon.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.andon.apidocs.ProblemTypes;
import dev.andon.command.CommandServer;
import dev.andon.command.closing.ClosingCondition;
import dev.andon.command.decision.Refusal;
import dev.andon.eventstore.RecordedEvent;
import dev.andon.kernel.ProblemDetails;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** What callers are told is what they get. */
class DocumentationTest {

    private static final Pattern EXAMPLE = Pattern.compile("```http\\nPOST /api/v1(\\S+)\\n\\n(.*?)```",
            Pattern.DOTALL);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private String documentation;

    @BeforeEach
    void read() throws IOException {
        documentation = Files.readString(Path.of("..", "docs", "http-api.md"));
    }

    @Test
    void everyCommandIsDocumented() {
        assertThat(CommandRoutes.ALL).allSatisfy(
                route -> assertThat(documentation).contains("`POST " + route.path().getPatternString() + "`"));
    }

    @Test
    void everyReasonForARefusalIsDocumentedInItsOwnWords() {
        assertThat(Arrays.asList(Refusal.values())).allSatisfy(refusal -> assertThat(documentation).contains(
                "| `/problems/%s` | %s |".formatted(refusal.type(), refusal.sentence())));
    }

    @Test
    void everyProblemThatHasAPageIsDocumentedInTheSameWords() {
        assertThat(ProblemTypes.of(List.of()).all()).isNotEmpty().allSatisfy(type -> {
            String row = documentation.lines()
                    .filter(line -> line.startsWith("| %d |".formatted(type.status()))
                            && line.contains("/" + type.slug() + "`"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("Nothing is said of " + type.type()));
            assertThat(row).endsWith("| %s |".formatted(type.when()));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 405, 406, 408, 413, 414, 415, 431, 503})
    void whatHttpItselfRefusesHasAPage(int status) {
        String type = ProblemDetails.ofStatus(status).type();

        assertThat(ProblemTypes.of(List.of()).find(type.substring("/problems/".length())))
                .hasValueSatisfying(page -> assertThat(page.status()).isEqualTo(status));
    }

    @Test
    void everythingThatKeepsAnIncidentFromBeingClosedIsDocumentedInItsOwnWords() {
        assertThat(Arrays.asList(ClosingCondition.values()))
                .allSatisfy(condition -> assertThat(documentation).contains("| " + condition.sentence() + " |"));
    }

    @Test
    void theStoryGoesAsItIsTold() {
        List<String[]> examples = EXAMPLE.matcher(documentation).results()
                .map(example -> new String[]{example.group(1), example.group(2)})
                .toList();
        assertThat(examples.stream().map(example -> CommandRoutes.match(example[0]).orElseThrow().route()).distinct())
                .containsExactlyInAnyOrderElementsOf(CommandRoutes.ALL);
        var identifiers = new HashMap<String, String>();
        try (var server = CommandServer.on(directory)) {
            for (String[] example : examples) {
                play(server, example[0], example[1], identifiers);
            }
        }
    }

    /** @param identifiers what the identifiers, and the secret, in the text were this time */
    private static void play(CommandServer server, String path, String rest, Map<String, String> identifiers) {
        boolean hasBody = rest.startsWith("{");
        String body = hasBody ? rest.substring(0, rest.indexOf("\n\n")) : "";
        String[] told = rest.substring(hasBody ? body.length() + 2 : 0).strip().split("\n", 2);

        var dry = post(server, actual(path, identifiers) + "?dryRun=true", actual(body, identifiers));
        var answer = post(server, actual(path, identifiers), actual(body, identifiers));

        isWhatHappened(dry, answer, server);

        assertThat(answer.getStatus().value()).as(path + ": " + answer.getResponseBody())
                .isEqualTo(Integer.parseInt(told[0]));
        if (told.length > 1) {
            Map<String, Object> now = JsonPath.read(answer.getResponseBody(), "$");
            JsonPath.<Map<String, Object>>read(told[1], "$").forEach((name, value) -> {
                if (name.endsWith("Id") || name.equals("key")) {
                    identifiers.putIfAbsent(value.toString(), now.getOrDefault(name, "missing " + name).toString());
                }
            });
            assertThat(answer.getResponseBody()).isEqualTo(actual(told[1], identifiers));
        }
    }

    /** What every command says that it would do, it then does. */
    private static void isWhatHappened(
            EntityExchangeResult<String> dry, EntityExchangeResult<String> answer, CommandServer server) {
        if (answer.getStatus().isError()) {
            assertThat(dry.getResponseBody()).isEqualTo(answer.getResponseBody());
            return;
        }
        assertThat(JsonPath.<Integer>read(dry.getResponseBody(), "$.status")).isEqualTo(answer.getStatus().value());
        List<String> types = JsonPath.read(dry.getResponseBody(), "$.events[*].type");
        List<RecordedEvent> recorded = server.events();
        assertThat(recorded.subList(recorded.size() - types.size(), recorded.size()))
                .extracting(event -> event.data().type())
                .containsExactlyElementsOf(types)
                .isNotEmpty();
    }

    private static EntityExchangeResult<String> post(CommandServer server, String path, String body) {
        return server.client().post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }

    private static String actual(String text, Map<String, String> identifiers) {
        String actual = text;
        for (var identifier : identifiers.entrySet()) {
            actual = actual.replace(identifier.getKey(), identifier.getValue());
        }
        return actual;
    }
}
