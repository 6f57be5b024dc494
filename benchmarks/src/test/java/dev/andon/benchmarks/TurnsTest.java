package dev.andon.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TurnsTest {

    @Test
    void theWarmUpDoesNotCountAndOneBadRoundSpoilsNothing() {
        Turns turns = new Turns();
        turns.add("ours", perSecond(1));
        turns.startCounting();

        turns.add("ours", perSecond(900));
        turns.add("ours", perSecond(3));
        turns.add("ours", perSecond(1000));

        assertThat(turns.perSecond("ours")).isEqualTo(900);
    }

    private static Outcome perSecond(long events) {
        return Outcome.of(events, 1_000_000_000);
    }
}
