package dev.andon.benchmarks.queries;

import dev.andon.benchmarks.ServerProcess;
import dev.andon.command.CommandConfiguration;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import dev.andon.query.QueryConfiguration;
import dev.andon.query.readmodel.ReadModelStore;
import dev.andon.query.readmodel.sqlite.SqliteReadModelStore;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Both sides in one process, as the standalone server has them, on what there is in the given directory. */
final class QueryServer {

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({CommandConfiguration.class, QueryConfiguration.class})
    static class Server {

        @Bean
        EventStore eventStore(@Value("${directory}") Path directory, Clock clock) {
            return new EventStore(SqliteEventLog.open(directory), clock);
        }

        @Bean
        ReadModelStore readModelStore(@Value("${directory}") Path directory) {
            return SqliteReadModelStore.open(directory.resolve("read-models.db"));
        }
    }

    private QueryServer() {}

    public static void main(String[] arguments) throws Exception {
        try (var server = SpringApplication.run(Server.class, "--directory=" + arguments[0], "--server.port=0",
                "--server.address=127.0.0.1", "--spring.main.banner-mode=off")) {
            ServerProcess.answerQuestions("http://127.0.0.1:"
                    + server.getEnvironment().getProperty("local.server.port"));
        }
    }
}
