package dev.andon.query.lookback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpreadTest {

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "2, 1, 2", "3, 2, 3", "9, 5, 9", "10, 5, 9", "11, 6, 10", "100, 50, 90"})
    void aPercentileIsTheNearestRank(int count, int median, int ninetieth) {
        List<Duration> lengths = IntStream.rangeClosed(1, count).mapToObj(Duration::ofMinutes).toList();

        assertThat(Spread.percentile(50, lengths)).isEqualTo(Duration.ofMinutes(median));
        assertThat(Spread.percentile(90, lengths)).isEqualTo(Duration.ofMinutes(ninetieth));
    }

    @Test
    void nothingMeasuredHasNoPercentile() {
        assertThat(Spread.percentile(50, List.of())).isNull();
    }

    @Property(tries = 100)
    void atLeastThatPartOfAllLengthsIsNoLonger(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 50) Integer> minutes,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        List<Duration> inOrder = minutes.stream().sorted().map(Duration::ofMinutes).toList();

        Duration percentile = Spread.percentile(percent, inOrder);

        assertThat(percentile).isNotNull().isIn(inOrder);
        assertThat(inOrder.stream().filter(length -> length.compareTo(percentile) <= 0).count() * 100)
                .isGreaterThanOrEqualTo((long) percent * inOrder.size());
    }

    @Test
    void theWorstMonthIsTheOneInWhichMostWasLost() {
        var quiet = new LookBack.Month("2026-07", 9, Duration.ofMinutes(1));
        var worst = new LookBack.Month("2026-08", 1, Duration.ofMinutes(2));

        assertThat(LookBackLedger.worst(List.of(quiet, worst))).isEqualTo("2026-08");
        assertThat(LookBackLedger.worst(List.of(new LookBack.Month("2026-09", 0, Duration.ZERO)))).isNull();
    }

    @Test
    void aQuarterHasThreeMonthsAndAMonthIsTheOneBeforeThisOne() {
        assertThat(CalendarPeriod.named("2026-Q4").months()).extracting(CalendarPeriod::name)
                .containsExactly("2026-10", "2026-11", "2026-12");
        assertThat(CalendarPeriod.before(LocalDate.parse("2026-01-31")).name()).isEqualTo("2025-12");
    }
}
