package dev.andon.query;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

class StoreErrorsTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final RuntimeException AWAY = new MongoTimeoutException("no server at db.example.org");

    @RestController
    static final class Asking {

        @GetMapping("/question")
        Mono<ResponseEntity<String>> question() {
            return Mono.error(AWAY);
        }
    }

    @Test
    void whoeverAsksWhileTheStoreIsAwayIsToldToAskAgain() {
        WebTestClient.bindToController(new Asking()).controllerAdvice(new StoreErrors()).build()
                .get().uri("/question").exchange()
                .expectStatus().isEqualTo(503)
                .expectHeader().exists("Retry-After")
                .expectBody()
                .jsonPath("$.type").isEqualTo("/problems/store-unavailable")
                .jsonPath("$.instance").isEqualTo("/question");
    }

    @Test
    void nobodyLearnsWhereItIs() {
        Stream.of(AWAY, new MongoSocketOpenException("away", new ServerAddress("db.example.org"), new IOException()))
                .map(away -> new StoreErrors().answer(
                        (Exception) away, MockServerWebExchange.from(MockServerHttpRequest.get("/question"))))
                .forEach(answer -> assertThat(new String(answer.getBody())).doesNotContain("example"));
    }

    @Test
    void theLogSaysUnderWhichRequest() {
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        var logger = (Logger) LoggerFactory.getLogger(StoreErrors.class);
        logger.addAppender(lines);
        try {
            new StoreErrors().answer(AWAY, MockServerWebExchange.from(
                    MockServerHttpRequest.get("/question").header("traceparent",
                            "00-" + TRACE + "-00f067aa0ba902b7-01")));
        } finally {
            logger.detachAppender(lines);
        }

        assertThat(lines.list).singleElement().satisfies(line -> assertThat(line.getMDCPropertyMap())
                .containsEntry("correlationId", TRACE).containsEntry("spanId", "00f067aa0ba902b7"));
        assertThat(MDC.getCopyOfContextMap()).as("what this thread logs next is of no request").isNullOrEmpty();
    }
}
