package dev.andon.access;

import dev.andon.eventstore.AppendCondition;
import dev.andon.eventstore.EventData;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.Tag;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import dev.andon.kernel.AccessRole;
import dev.andon.kernel.ApiKeyId;
import dev.andon.kernel.SecretDigest;
import dev.andon.kernel.event.ApiKeyCreated;
import dev.andon.kernel.event.ApiKeyRevoked;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.json.EventCodec;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** A server that answers whoever comes past the access rules with who they are. */
final class AccessServer implements AutoCloseable {

    static final String SECURED = "--andon.security.required=true";

    private final ConfigurableApplicationContext context;

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(AccessConfiguration.class)
    static class Server {

        @Bean
        EventStore eventStore(@Value("${directory}") Path directory) {
            return new EventStore(SqliteEventLog.open(directory), Clock.systemUTC());
        }

        /** Its own, or the first server to stop would take those of the others with it. */
        @Bean
        ReactorResourceFactory reactorResources() {
            var resources = new ReactorResourceFactory();
            resources.setUseGlobalResources(false);
            return resources;
        }

        @Bean
        RouterFunction<ServerResponse> echo() {
            return RouterFunctions.route()
                    .GET("/api/v1/incidents/INC-1/**", request -> ServerResponse.ok()
                            .bodyValue(Identity.in(request.attributes()).toString()))
                    .GET("/api/v1/incidents", request -> ServerResponse.ok()
                            .bodyValue(Identity.in(request.attributes()).toString()))
                    .GET("/api/v1/incidents/INC-2", _ -> ServerResponse.ok()
                            .header("Location", "/a\r\nSet-Cookie: b=c")
                            .bodyValue("there"))
                    .POST("/api/v1/incidents", request -> ServerResponse.ok()
                            .bodyValue(Identity.in(request.attributes()).toString()))
                    .build();
        }
    }

    private AccessServer(Path directory, String... arguments) {
        var all = new ArrayList<>(List.of(
                "--server.port=0", "--spring.main.banner-mode=off", "--directory=" + directory));
        if (Stream.of(arguments).noneMatch(argument -> argument.startsWith("--server.address"))) {
            all.add("--server.address=127.0.0.1");
        }
        all.addAll(List.of(arguments));
        this.context = new SpringApplicationBuilder(Server.class)
                .web(WebApplicationType.REACTIVE)
                .run(all.toArray(String[]::new));
    }

    static AccessServer on(Path directory, String... arguments) {
        return new AccessServer(directory, arguments);
    }

    String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    WebTestClient client() {
        return client("local.server.port");
    }

    WebTestClient client(String portProperty) {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + context.getEnvironment().getProperty(portProperty))
                .responseTimeout(Duration.ofMinutes(1))
                .build();
    }

    /** What a request with these credentials is answered. */
    WebTestClient.ResponseSpec get(String path, @Nullable String token) {
        var request = client().get().uri(path);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.exchange();
    }

    /** Records a new key, and answers what its bot was given, once the server knows it. */
    String key(String id, @Nullable Instant expiresAt, AccessRole... roles) {
        var key = new PresentedKey(new ApiKeyId("KEY-" + id), PresentedKey.newSecret());
        record(store(), new ApiKeyCreated(
                key.id(), "bot-" + id, List.of(roles), SecretDigest.of(key.secret()), expiresAt, Instant.now()));
        return key.text();
    }

    void revoke(String id) {
        record(store(), new ApiKeyRevoked(new ApiKeyId("KEY-" + id), null, Instant.now()));
    }

    EventStore store() {
        return context.getBean(EventStore.class);
    }

    static void record(EventStore store, Event event) {
        store.append(
                List.of(new EventData(
                        UUID.randomUUID().toString(), EventCodec.nameOf(event.getClass()),
                        EventCodec.versionOf(event.getClass()), event.occurredAt(),
                        event.tags().stream().map(tag -> new Tag(tag.key(), tag.value())).collect(Collectors.toSet()),
                        new EventCodec().write(event), Map.of())),
                AppendCondition.none(), null).block();
    }

    @Override
    public void close() {
        context.close();
    }
}
