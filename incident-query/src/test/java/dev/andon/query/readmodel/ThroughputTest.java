package dev.andon.query.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ThroughputTest {

    private final AtomicLong time = new AtomicLong(-Duration.ofSeconds(3).toNanos());
    private final Throughput throughput = new Throughput(time::get);

    @Test
    void itIsTheMeanOfTheLastFiveSecondsAndFadesAway() {
        for (int second = 0; second < 7; second++) {
            throughput.add(600);
            throughput.add(400);
            time.addAndGet(Duration.ofSeconds(1).toNanos());
        }
        assertThat(throughput.perSecond()).isEqualTo(1_000);

        time.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(throughput.perSecond()).isEqualTo(600);

        time.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(throughput.perSecond()).isZero();
    }
}
