package dev.andon.query.servicelevels;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is worked out from the ends of the windows is what somebody would count who looked every second. */
class DowntimeProperty {

    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    private static final int SECONDS = 120;

    @Property(tries = 300)
    void downtimeIsWhatAClockWouldCountEverySecond(@ForAll("spans") List<Downtime.Span> spans) {
        List<Integer> worst = IntStream.range(0, SECONDS)
                .mapToObj(START::plusSeconds)
                .map(second -> spans.stream()
                        .filter(span -> !second.isBefore(span.from()) && second.isBefore(span.to()))
                        .mapToInt(Downtime.Span::degradedPercent)
                        .max()
                        .orElse(0))
                .toList();

        assertThat(Downtime.of(spans)).isEqualTo(new Downtime(
                Duration.ofSeconds(worst.stream().filter(percent -> percent > 0).count()),
                Duration.ofMillis(worst.stream().mapToInt(percent -> percent * 10).sum())));
    }

    @Property(tries = 100)
    void neitherTheOrderNorSayingItTwiceMakesADifference(@ForAll("spans") List<Downtime.Span> spans) {
        assertThat(Downtime.of(Stream.concat(spans.reversed().stream(), spans.stream()).toList()))
                .isEqualTo(Downtime.of(spans));
    }

    @Property(tries = 100)
    void theWeightedTimeIsNeverLongerThanTheUnweightedOne(@ForAll("spans") List<Downtime.Span> spans) {
        Downtime downtime = Downtime.of(spans);

        assertThat(downtime.weighted()).isLessThanOrEqualTo(downtime.unweighted());
    }

    @Provide
    Arbitrary<List<Downtime.Span>> spans() {
        Arbitrary<Integer> second = Arbitraries.integers().between(0, SECONDS);
        return Combinators.combine(second, second, Arbitraries.integers().between(0, 100))
                .as((one, other, percent) -> new Downtime.Span(
                        START.plusSeconds(Math.min(one, other)), START.plusSeconds(Math.max(one, other)), percent))
                .list()
                .ofMaxSize(12);
    }
}
