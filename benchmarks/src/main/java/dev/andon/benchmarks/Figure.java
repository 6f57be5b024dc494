package dev.andon.benchmarks;

import java.util.Locale;

/** What was measured, beside what it is measured against, in the same run and the same unit. */
public record Figure(String name, double ours, double baseline, String unit, Target target) implements Row {

    double ratio() {
        return ours / baseline;
    }

    @Override
    public boolean isMissed() {
        return !target.isMetBy().test(this);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s\t%s %s\t%s %s\t%.2f\t%s", name, text(ours), unit, text(baseline), unit,
                ratio(), target.text());
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value);
    }
}
