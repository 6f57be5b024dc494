package dev.andon.query.timeline.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.query.QueryServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What whoever listens is promised, whatever the log is stored in. */
abstract class LiveContract {

    static final String[] SETTINGS = {"--andon.live.heartbeat=100ms", "--andon.live.patience=3s"};

    @SuppressWarnings("NullAway.Init")
    private QueryServer server;

    @SuppressWarnings("NullAway.Init")
    private Listening listening;

    abstract QueryServer serve();

    @BeforeEach
    void start() {
        server = serve();
        listening = new Listening(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whoeverIsCutOffAtRandomAndComesBackMissesNothingAndIsToldNothingTwice() throws Exception {
        long first = listening.record(Incidents.declared(2));
        var random = new Random(7);
        var writer = Thread.ofVirtual().start(() -> IntStream.range(0, 120)
                .forEach(number -> listening.record(Incidents.finding(2, number))));
        long last = first + 120;

        for (String path : List.of("/api/v1/incidents/INC-2/timeline", "/api/v1/timeline")) {
            var told = new ArrayList<Long>();
            while (told.isEmpty() || told.getLast() < last) {
                long from = told.isEmpty() ? first - 1 : told.getLast();
                told.addAll(listening.take(path, from, 1 + random.nextInt(30), last));
            }
            assertThat(told).as(path).isEqualTo(LongStream.rangeClosed(first, last).boxed().toList());
        }
        writer.join();
    }
}
