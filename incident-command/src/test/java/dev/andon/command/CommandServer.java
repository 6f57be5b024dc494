package dev.andon.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.Limits;
import dev.andon.eventstore.LogVerifier;
import dev.andon.eventstore.RecordedEvent;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The write side as it runs, on a port of its own and a log in a directory; closed, it can be started on it again. */
public final class CommandServer implements AutoCloseable {

    /** So that a test need not wait for half a minute to learn that the store insisted in vain. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ConfigurableApplicationContext context;

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(CommandConfiguration.class)
    static class Server {

        @Bean
        EventStore eventStore(EventLog log, Clock clock) {
            return new EventStore(log, clock, Limits.defaults().withInsistence(PATIENCE));
        }
    }

    private CommandServer(Supplier<EventLog> log, String... settings) {
        var arguments = new ArrayList<>(List.of(
                "--server.port=0", "--server.address=127.0.0.1", "--spring.main.banner-mode=off"));
        arguments.addAll(List.of(settings));
        this.context = new SpringApplicationBuilder(Server.class)
                .web(WebApplicationType.REACTIVE)
                .initializers((GenericApplicationContext starting) -> starting.registerBean(EventLog.class, log))
                .run(arguments.toArray(String[]::new));
    }

    public static CommandServer on(Path directory, String... settings) {
        return new CommandServer(() -> SqliteEventLog.open(directory), settings);
    }

    /** One of several processes, perhaps, on a log that they share. */
    public static CommandServer on(EventLog log, String... settings) {
        return new CommandServer(() -> log, settings);
    }

    public String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    public WebTestClient client() {
        return WebTestClient.bindToServer()
                .baseUrl(address() + "/api/v1")
                .responseTimeout(Duration.ofMinutes(1))
                .build();
    }

    /** Where the port for management is, if it has one of its own. */
    public WebTestClient managementClient() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + context.getEnvironment().getProperty("local.management.port"))
                .responseTimeout(Duration.ofMinutes(1))
                .build();
    }

    public EventStore store() {
        return context.getBean(EventStore.class);
    }

    /** Everything that was recorded. */
    public List<RecordedEvent> events() {
        return Objects.requireNonNull(
                store().read(0).flatMapIterable(commit -> commit.recordedEvents().toList()).collectList().block());
    }

    /** Stops the server; whatever was done to it, its log must have kept its promises. */
    @Override
    public void close() {
        try {
            assertThat(Objects.requireNonNull(
                    LogVerifier.verify(context.getBean(EventLog.class)).block()).firstFault())
                    .isEmpty();
        } finally {
            context.close();
        }
    }
}
