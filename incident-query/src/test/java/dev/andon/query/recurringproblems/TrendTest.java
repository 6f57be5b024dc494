package dev.andon.query.recurringproblems;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.query.recurringproblems.Trend.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendTest {

    private static final Instant FIRST = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void threeFailuresAreTooFewToTell() {
        Trend trend = trend(30, 0, 20, 25);

        assertThat(trend.direction()).isEqualTo(Direction.TOO_FEW);
        assertThat(trend.u()).isNull();
        assertThat(trend.explanation()).isEqualTo("Too few to tell: a trend takes 4 incidents, and there are 3.");
    }

    @Test
    void shorterAndShorterTimesAreATrend() {
        // U = √36 · ((60 + 80 + 90) / (3 · 91) − ½)
        Trend trend = trend(91, 0, 60, 80, 90);

        assertThat(trend.direction()).isEqualTo(Direction.MORE_OFTEN);
        assertThat(trend.u()).isEqualTo(2.05);
    }

    @Test
    void evenTimesAreNone() {
        assertThat(trend(40, 0, 10, 20, 30).direction()).isEqualTo(Direction.NOT_CLEAR);
        assertThat(trend(40, 0, 10, 20, 30).u()).isZero();
    }

    @Test
    void aLongSilenceSinceTheLastFailureCounts() {
        assertThat(trend(31, 0, 10, 20, 30).direction()).isEqualTo(Direction.NOT_CLEAR);
        assertThat(trend(300, 0, 10, 20, 30).direction()).isEqualTo(Direction.LESS_OFTEN);
    }

    @Test
    void failuresOfOneMomentAreNoTrend() {
        assertThat(trend(0, 0, 0, 0, 0).direction()).isEqualTo(Direction.NOT_CLEAR);
    }

    private static Trend trend(int until, int... days) {
        List<Instant> failures = Arrays.stream(days).mapToObj(TrendTest::day).toList();
        return Trend.of(failures, day(until));
    }

    private static Instant day(int day) {
        return FIRST.plus(Duration.ofDays(day));
    }
}
