package dev.andon.query;

import com.jayway.jsonpath.JsonPath;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import dev.andon.kernel.event.Event;
import dev.andon.query.http.UnmatchedRequests;
import dev.andon.query.readmodel.ReadModelStore;
import dev.andon.query.readmodel.sqlite.SqliteReadModelStore;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The read side as a real server of a test's own. It is asked about no less than was recorded through it. */
public final class QueryServer implements AutoCloseable {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

    private final ConfigurableApplicationContext server;
    private final String address;
    private volatile WebTestClient client;

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({QueryConfiguration.class, UnmatchedRequests.class})
    static class Questions {}

    @Configuration(proxyBeanMethods = false)
    static class OnSqlite {

        @Bean
        EventStore eventStore(@Value("${directory}") Path directory) {
            return new EventStore(SqliteEventLog.open(directory), Clock.systemUTC());
        }

        @Bean
        ReadModelStore readModelStore(@Value("${directory}") Path directory) {
            return SqliteReadModelStore.open(directory.resolve("read-models.db"));
        }
    }

    private QueryServer(List<Class<?>> beans, String... settings) {
        server = new SpringApplicationBuilder(beans.toArray(Class<?>[]::new)).web(WebApplicationType.REACTIVE)
                .run(Stream.concat(
                        Stream.of("--server.port=0", "--server.address=127.0.0.1", "--spring.main.banner-mode=off"),
                        Stream.of(settings)).toArray(String[]::new));
        address = "http://127.0.0.1:" + server.getEnvironment().getRequiredProperty("local.server.port");
        client = client(0);
    }

    /** On the embedded stores in this directory. */
    public static QueryServer on(Path directory, String... settings) {
        return new QueryServer(List.of(Questions.class, OnSqlite.class), inside(directory, settings));
    }

    /** The same with more beans. */
    public static QueryServer on(Path directory, Class<?> beans, String... settings) {
        return new QueryServer(List.of(Questions.class, OnSqlite.class, beans), inside(directory, settings));
    }

    /** On the stores that this configuration has. */
    public static QueryServer on(Class<?> stores, String... settings) {
        return new QueryServer(List.of(Questions.class, stores), settings);
    }

    private static String[] inside(Path directory, String... settings) {
        return Stream.concat(Stream.of("--directory=" + directory), Stream.of(settings)).toArray(String[]::new);
    }

    public <T> T bean(Class<T> type) {
        return server.getBean(type);
    }

    /** The position of the last event. */
    public long record(History history) {
        long head = RecordedHistory.in(bean(EventStore.class), history);
        client = client(head);
        return head;
    }

    public long record(Event... events) {
        return record(History.of(events));
    }

    public String url(String path) {
        return address + path;
    }

    public int port() {
        return URI.create(address).getPort();
    }

    public WebTestClient client() {
        return client;
    }

    private WebTestClient client(long head) {
        return WebTestClient.bindToServer()
                .baseUrl(address)
                .defaultHeader("Andon-Min-Position", Long.toString(head))
                .responseTimeout(ANSWER_LIMIT)
                .build();
    }

    public WebTestClient.ResponseSpec get(String uri) {
        return client.get().uri(uri).exchange();
    }

    /** The path as it is, where {@link #get} would escape it once more. */
    public WebTestClient.ResponseSpec exactly(String path) {
        return client.get().uri(URI.create(url(path))).exchange();
    }

    public String body(String path) {
        return Objects.requireNonNull(
                exactly(path).expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody());
    }

    /** What all pages of a list hold together. */
    public List<?> pages(String first, String what) {
        var seen = new ArrayList<Object>();
        for (String next = first; next != null;) {
            var answer = exactly(next).expectStatus().isOk().expectBody(String.class).returnResult();
            seen.addAll(JsonPath.<List<?>>read(Objects.requireNonNull(answer.getResponseBody()), what));
            next = linked(answer.getResponseHeaders());
        }
        return seen;
    }

    /** Where the next page is. */
    public static @Nullable String linked(HttpHeaders headers) {
        String link = headers.getFirst(HttpHeaders.LINK);
        return link == null ? null : link.replaceAll("<(.*)>; rel=\"next\"", "$1");
    }

    /** An answer that says what is wrong. */
    public static WebTestClient.BodyContentSpec problem(WebTestClient.ResponseSpec answer, String type) {
        return answer.expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/" + type)
                .jsonPath("$.title")
                .isNotEmpty()
                .jsonPath("$.detail")
                .isNotEmpty();
    }

    @Override
    public void close() {
        server.close();
    }
}
