package dev.andon.query.readmodel.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.query.readmodel.Awaited;
import dev.andon.query.readmodel.History;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.readmodel.TallyDocument;
import dev.andon.query.readmodel.TestReadModels;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.ErrorResponseException;
import reactor.test.StepVerifier;

class FreshnessTest {

    private final History history = new History();
    private final TestReadModels models = TestReadModels.of(history);
    private final ReadModel<TallyDocument> tally = models.tally("tally");
    private final ReadModel<TallyDocument> other = models.tally("other");

    @AfterEach
    void stop() {
        models.close();
    }

    @Test
    void anAnswerSaysWhatItReflects() {
        long position = history.record(History.declared(1), History.declared(2));
        tally.reached(position).block();
        var exchange = asking();

        assertThat(Awaited.answer(Freshness.of(exchange, tally))).isEqualTo(position);
        assertThat(exchange.getResponse().getHeaders().getFirst("Andon-Position")).isEqualTo("2");
    }

    @Test
    void anAnswerWaitsForAllItsReadModels() {
        var exchange = asking("1");

        StepVerifier.create(Freshness.of(exchange, tally, other))
                .then(() -> history.record(History.declared(1)))
                .expectNext(1L).verifyComplete();
    }

    @Test
    void aPositionThatIsNotReachedInTimeIsToBeAskedForAgain() {
        StepVerifier.withVirtualTime(() -> Freshness.of(asking("99"), tally))
                .expectSubscription().thenAwait(TestReadModels.PATIENCE)
                .verifyErrorSatisfies(problem(error -> {
                    assertThat(error.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
                    assertThat(error.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("1");
                    assertThat(error.getBody().getType()).hasToString("/problems/position-not-reached");
                    assertThat(error.getBody().getDetail()).contains("position 0", "99");
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "99999999999999999999"})
    void whatIsNotAPositionIsRefused(String given) {
        StepVerifier.create(Freshness.of(asking(given), tally)).verifyError(NotAPositionException.class);
    }

    @Test
    void twoPositionsAreRefused() {
        StepVerifier.create(Freshness.of(asking("1", "2"), tally)).verifyError(NotAPositionException.class);
    }

    private static MockServerWebExchange asking(String... positions) {
        return MockServerWebExchange.from(MockServerHttpRequest.get("/").header("Andon-Min-Position", positions));
    }

    private static Consumer<Throwable> problem(Consumer<ErrorResponseException> expected) {
        return error -> {
            assertThat(error).isInstanceOf(ErrorResponseException.class);
            expected.accept((ErrorResponseException) error);
        };
    }
}
