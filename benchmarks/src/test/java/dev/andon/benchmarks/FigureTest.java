package dev.andon.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    void aRateMissesItsTargetFromBelow() {
        assertThat(figure(79, 100, Target.ratioAtLeast(0.8)).isMissed()).isTrue();
        assertThat(figure(80, 100, Target.ratioAtLeast(0.8)).isMissed()).isFalse();
    }

    @Test
    void aCostMissesItsTargetFromAbove() {
        assertThat(figure(2.1, 1, Target.ratioAtMost(2)).isMissed()).isTrue();
        assertThat(figure(2.0, 1, Target.ratioAtMost(2)).isMissed()).isFalse();
    }

    @Test
    void aPromiseWithoutABaselineIsKeptWhateverTheBaselineIs() {
        assertThat(figure(4.9, 0.1, Target.oursBelow(5)).isMissed()).isFalse();
        assertThat(figure(5.1, 50, Target.oursBelow(5)).isMissed()).isTrue();
    }

    @Test
    void whatWasNeverMeasuredMeetsNoTarget() {
        assertThat(figure(Double.NaN, 100, Target.ratioAtLeast(0.8)).isMissed()).isTrue();
    }

    @Test
    void aLineHasFiveFieldsBetweenTabs() {
        assertThat(figure(900, 1000, Target.none()).toString().split("\t"))
                .containsExactly("append", "900 events/s", "1000 events/s", "0.90", "-");
        assertThat(new Unmeasured("append", "void", true).toString().split("\t")).hasSize(5);
    }

    private static Figure figure(double ours, double baseline, Target target) {
        return new Figure("append", ours, baseline, "events/s", target);
    }
}
