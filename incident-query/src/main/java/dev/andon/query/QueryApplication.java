package dev.andon.query;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.mongodb.MongoConnection;
import dev.andon.eventstore.mongodb.MongoEventLog;
import dev.andon.eventstore.mongodb.MongoSegmentClaims;
import dev.andon.query.http.UnmatchedRequests;
import dev.andon.query.readmodel.ProjectionClaims;
import dev.andon.query.readmodel.ReadModelStore;
import dev.andon.query.readmodel.mongodb.MongoReadModelStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The read side as a process of its own, on a MongoDB that it shares with the command service. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({QueryConfiguration.class, StoreErrors.class, UnmatchedRequests.class})
public class QueryApplication {

    private static final Duration LEASE = Duration.ofSeconds(30);

    /** In code, since a file of this name would also reach those who embed the questions. */
    private static final Map<String, Object> DEFAULTS = Map.of(
            "server.address", "127.0.0.1",
            "server.port", "8082",
            "spring.main.banner-mode", "off",
            "spring.application.name", "andon-query",
            "server.netty.idle-timeout", "1m",
            "logging.level.root", "warn",
            "logging.level.dev.andon", "info",
            // It warns of every font that a PDF does not use.
            "logging.level.org.apache.pdfbox", "error",
            "logging.structured.format.console", "ecs");

    public static void main(String[] arguments) {
        var application = new SpringApplication(QueryApplication.class);
        application.setDefaultProperties(DEFAULTS);
        application.run(arguments);
    }

    @Bean
    MongoConnection mongoConnection(@Value("${andon.mongodb.uri:mongodb://127.0.0.1:27017/andon}") String uri) {
        return MongoConnection.to(uri);
    }

    @Bean
    MongoDatabase mongoDatabase(MongoConnection connection) {
        return connection.database();
    }

    @Bean
    EventStore eventStore(
            MongoConnection connection,
            @Value("${andon.mongodb.standalone-allowed:false}") boolean standaloneAllowed) {
        return new EventStore(MongoEventLog.on(connection, standaloneAllowed), Clock.systemUTC());
    }

    @Bean
    ReadModelStore readModelStore(MongoDatabase database) {
        return new MongoReadModelStore(database);
    }

    @Bean
    ProjectionClaims projectionClaims(MongoDatabase database) {
        return ProjectionClaims.shared(
                new MongoSegmentClaims(database), "query-" + UUID.randomUUID(), Clock.systemUTC(), LEASE);
    }
}
