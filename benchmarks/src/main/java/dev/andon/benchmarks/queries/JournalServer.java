package dev.andon.benchmarks.queries;

import dev.andon.access.AccessConfiguration;
import dev.andon.benchmarks.ServerProcess;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import dev.andon.query.audit.JournalController;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Answers nothing but the journal, so that nothing else takes any of its heap. */
final class JournalServer {

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({JournalController.class, AccessConfiguration.class})
    static class Server {

        @Bean
        EventStore eventStore(@Value("${directory}") Path directory) {
            return new EventStore(SqliteEventLog.open(directory), Clock.systemUTC());
        }
    }

    private JournalServer() {}

    public static void main(String[] arguments) throws Exception {
        try (var server = SpringApplication.run(Server.class, "--directory=" + arguments[0], "--server.port=0",
                "--server.address=127.0.0.1", "--spring.main.banner-mode=off")) {
            ServerProcess.answerQuestions("http://127.0.0.1:"
                    + server.getEnvironment().getProperty("local.server.port"));
        }
    }
}
