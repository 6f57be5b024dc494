package dev.andon.query.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import dev.andon.eventstore.AppendCondition;
import dev.andon.eventstore.EventStore;
import dev.andon.kernel.event.Event;
import dev.andon.query.QueryServer;
import dev.andon.query.readmodel.History;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.readmodel.ReadModels;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Read models in trouble, and how somebody gets them out of it, over HTTP. */
class ProjectionsServerTest {

    private static final String PROJECTIONS = "/api/v1/admin/projections";
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    private final HttpClient http = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init")
    private QueryServer server;

    @Configuration(proxyBeanMethods = false)
    static class WithFussy {

        @Bean
        ReadModel<Fussy.Count> fussyModel(ReadModels models, @Value("${fussy-version}") int version) {
            return models.follow(new Fussy(version));
        }
    }

    @BeforeEach
    void start() {
        Fussy.mended.set(false);
        start(1);
    }

    private void start(int version) {
        server = QueryServer.on(directory, WithFussy.class, "--fussy-version=" + version);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aReadModelThatStumblesOverAnEventStopsAloneAndGoesOnWhenItIsMended() throws Exception {
        // given
        record(History.declared(1), History.finding(1, "smoke"));
        // when
        long position = record(History.finding(1, "poison"), History.finding(1, "fire"));
        // then it alone has stopped, and says at what
        await().untilAsserted(() -> assertThat(fussy("state")).isEqualTo("FAILED"));
        assertThat(fussy("position")).isEqualTo(2);
        assertThat(fussy("lag.events")).isEqualTo(2);
        assertThat(fussy("failure.position")).isEqualTo(3);
        assertThat(fussy("failure.eventType")).isEqualTo("FindingAdded");
        assertThat(fussy("failure.reason")).isEqualTo("IllegalStateException: poison");
        assertThat(fussy("kept[0].failure.position")).isEqualTo(3);
        assertThat(get("/api/v1/incidents/INC-1/timeline", "Andon-Min-Position", Long.toString(position)).body())
                .contains("poison", "fire");
        assertThat(server.bean(ReadModels.class).status()).filteredOn(each -> each.lag() > 0).hasSize(1);
        assertThat(get(PROJECTIONS).headers().firstValue("Andon-Position")).hasValue("2");
        // and trying again in vain ends where it was
        assertThat(post("fussy/resumption").statusCode()).isEqualTo(202);
        await().untilAsserted(() -> assertThat(fussy("state")).isEqualTo("FAILED"));
        // and when what it rests on is mended
        Fussy.mended.set(true);
        post("fussy/resumption");
        await().untilAsserted(() -> assertThat(fussy("state")).isEqualTo("FOLLOWING"));
        assertThat(fussy("position")).isEqualTo((int) position);
        assertThat(JsonPath.<List<Object>>read(get(PROJECTIONS).body(), "$..failure")).isEmpty();
    }

    @Test
    void aRestartWithAVersionThatIsMendedBuildsIt() throws Exception {
        long position = record(History.declared(1), History.finding(1, "poison"), History.finding(1, "fire"));
        await().untilAsserted(() -> assertThat(fussy("state")).isEqualTo("FAILED"));
        stop();

        start(2);

        await().untilAsserted(() -> assertThat(fussy("state")).isEqualTo("FOLLOWING"));
        assertThat(fussy("position")).isEqualTo((int) position);
        assertThat(fussy("version")).isEqualTo(2);
        assertThat(fussy("kept.length()")).isEqualTo(1);
    }

    @Test
    void aReadModelIsRebuiltWhileItIsInUseAndToldOfUntilItIsDone() throws Exception {
        // given
        long position = record(History.declared(1), History.finding(1, "smoke"));
        String before = get("/api/v1/incidents/INC-1/timeline", "Andon-Min-Position", Long.toString(position)).body();
        // when
        HttpResponse<String> accepted = post("timeline/rebuild");
        HttpResponse<String> told = get(PROJECTIONS, "Accept", "text/event-stream");
        // then
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        assertThat(JsonPath.<String>read(accepted.body(), "$.projection")).isEqualTo("timeline");
        assertThat(told.headers().firstValue("Content-Type")).hasValueSatisfying(
                type -> assertThat(type).startsWith("text/event-stream"));
        List<String> events = told.body().lines().filter(line -> line.startsWith("data: ")).toList();
        DocumentContext last = JsonPath.parse(events.getLast().substring("data: ".length()));
        assertThat(last.<List<Object>>read("$.projections[?(@.projection == 'timeline')].rebuild")).isEmpty();
        assertThat(last.<List<Integer>>read("$.projections[?(@.projection == 'timeline')].kept[*].generation"))
                .containsExactly(2);
        assertThat(get("/api/v1/incidents/INC-1/timeline").body()).isEqualTo(before);
        assertThat(get(PROJECTIONS + "?format=ndjson").body().lines()).hasSize(1).first().asString().contains(
                "\"timeline\"");
    }

    @Test
    void whatIsNotThereCannotBeRebuilt() throws Exception {
        HttpResponse<String> unknown = post("nobody/rebuild");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("/problems/projection-not-found", "fussy", "incidents");
        assertThat(post("timeline/rebuild?dryRun=true").statusCode()).isEqualTo(400);
        assertThat(get(PROJECTIONS + "?projection=timeline").statusCode()).isEqualTo(400);
        assertThat(get(PROJECTIONS + "?format=pdf").statusCode()).isEqualTo(406);
        assertThat(get(PROJECTIONS + "/timeline/rebuild").statusCode()).isEqualTo(405);
        assertThat(JsonPath.<List<Object>>read(get(PROJECTIONS).body(), "$..rebuild")).isEmpty();
    }

    /** Something that is told of the projection. */
    private Object fussy(String path) throws Exception {
        List<Object> found = JsonPath.read(get(PROJECTIONS).body(), "$.projections[?(@.projection == 'fussy')]");
        return JsonPath.read(found.getFirst(), "$." + path);
    }

    private long record(Event... events) {
        return Objects.requireNonNull(server.bean(EventStore.class)
                .append(List.of(events).stream().map(History::data).toList(), AppendCondition.none(), null)
                .block()).last();
    }

    private HttpResponse<String> post(String order) throws Exception {
        return http.send(request(PROJECTIONS + "/" + order).POST(HttpRequest.BodyPublishers.noBody()).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = request(path);
        return http.send((headers.length == 0 ? request : request.headers(headers)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url(path))).timeout(ANSWER_LIMIT);
    }
}
