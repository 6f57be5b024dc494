package dev.andon.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.web.server.context.WebServerGracefulShutdownLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

class EndingTest {

    private final List<String> happened = new CopyOnWriteArrayList<>();

    @Test
    void readinessGoesFirstThenTheStreamsAndThenTheServer() throws InterruptedException {
        var stopped = new CountDownLatch(1);
        var ending = new Ending(
                event -> happened.add(((AvailabilityChangeEvent<?>) event).getState().toString()),
                new RequestsUnderWay(),
                Duration.ofMillis(20));
        ending.start();
        ending.ending(Flux.never()).subscribe(_ -> {}, _ -> {}, () -> happened.add("stream ended"));

        ending.stop(() -> {
            happened.add("next phase");
            stopped.countDown();
        });
        stopped.await();

        assertThat(happened).containsExactly("REFUSING_TRAFFIC", "stream ended", "next phase");
        assertThat(ending.getPhase()).as("a higher phase stops earlier")
                .isGreaterThan(WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE);
    }

    @Test
    void theServerStopsOnceWhatWasTakenInIsAnsweredAndNothingMoreIs() throws InterruptedException {
        var requests = new RequestsUnderWay();
        var answer = Sinks.<Void>empty();
        HttpHandler server = requests.apply((request, _) -> {
            happened.add("taken in: " + request.getPath());
            return answer.asMono();
        });
        var stopped = new CountDownLatch(1);
        server.handle(MockServerHttpRequest.post("/first").build(), new MockServerHttpResponse())
                .subscribe(_ -> {}, _ -> {}, () -> happened.add("answered"));
        requests.untilAnswered().subscribe(_ -> {}, _ -> {}, () -> {
            happened.add("next phase");
            stopped.countDown();
        });

        var refused = new MockServerHttpResponse();
        server.handle(MockServerHttpRequest.post("/late").build(), refused).block();
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(refused.getHeaders().getFirst("Connection")).isEqualTo("close");
        assertThat(refused.getBodyAsString().block()).contains("/problems/stopping", "\"instance\":\"/late\"");

        answer.tryEmitEmpty();
        stopped.await();
        assertThat(happened).containsExactly("taken in: /first", "answered", "next phase");
    }

    @Test
    void beforeThatEachAnswerSaysThatItIsTheLastOneOnItsConnection() {
        var requests = new RequestsUnderWay();
        HttpHandler server = requests.apply((_, response) -> response.setComplete());
        assertThat(answerOf(server).getHeaders().getFirst("Connection")).isNull();

        requests.areTheLastOnes();

        assertThat(answerOf(server).getHeaders().getFirst("Connection")).isEqualTo("close");
    }

    private static MockServerHttpResponse answerOf(HttpHandler server) {
        var answer = new MockServerHttpResponse();
        server.handle(MockServerHttpRequest.get("/").build(), answer).block();
        return answer;
    }
}
