package dev.andon.query;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.andon.eventstore.EventStore;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.test.web.reactive.server.WebTestClient;

class QueryApplicationTest {

    /** On a stand-in that speaks the server's protocol. */
    @Test
    void theReadSideAnswersAsAProcessOfItsOwnOnMongoDb() {
        MongoServer mongo = new MongoServer(new MemoryBackend());
        mongo.bind("127.0.0.1", 0);
        try (var application = SpringApplication.run(
                QueryApplication.class, "--server.port=0", "--server.address=127.0.0.1",
                "--andon.mongodb.uri=" + mongo.getConnectionString() + "/andon",
                "--andon.mongodb.standalone-allowed=true")) {
            long head = RecordedHistory.in(
                    application.getBean(EventStore.class), Sample.operationallyExcellentTeam());
            String port = Objects.requireNonNull(application.getEnvironment().getProperty("local.server.port"));
            var client = WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();

            client.get()
                    .uri("/api/v1/incidents/INC-1/timeline")
                    .header("Andon-Min-Position", Long.toString(head))
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.entries.length()")
                    .isEqualTo(26);
            client.get().uri("/actuator/health").exchange().expectStatus().isOk();
        } finally {
            mongo.shutdownNow();
        }
    }
}
