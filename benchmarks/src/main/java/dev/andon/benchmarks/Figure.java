package dev.andon.benchmarks;

import java.util.Locale;

/**
 * One line of a benchmark's result. Ours and the baseline are rates: more is better.
 *
 * @param target what the ratio must reach at least
 */
record Figure(String name, double ours, double baseline, String unit, double target) {

    double ratio() {
        return ours / baseline;
    }

    boolean isMet() {
        return ratio() >= target;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s\t%.0f %s\t%.0f %s\t%.2f\t>= %.2f", name, ours, unit, baseline, unit, ratio(), target);
    }
}
