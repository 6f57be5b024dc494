package dev.andon.benchmarks.commands;

import dev.andon.benchmarks.ServerProcess;
import dev.andon.command.CommandConfiguration;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The write side as it is served: access rules, rate limits, figures and all, on a log in the given directory. */
final class CommandServer {

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(CommandConfiguration.class)
    static class Server {

        @Bean
        EventStore eventStore(@Value("${directory}") Path directory, Clock clock) {
            return new EventStore(SqliteEventLog.open(directory), clock);
        }

        /** What the way in costs, whatever it leads to. */
        @Bean
        RouterFunction<ServerResponse> bareAppend(EventStore store) {
            return BareServer.routes(store);
        }
    }

    private CommandServer() {}

    public static void main(String[] arguments) throws Exception {
        try (var server = SpringApplication.run(Server.class, "--directory=" + arguments[0], "--server.port=0",
                "--server.address=127.0.0.1", "--spring.main.banner-mode=off")) {
            ServerProcess.answerQuestions("http://127.0.0.1:"
                    + server.getEnvironment().getProperty("local.server.port"));
        }
    }
}
