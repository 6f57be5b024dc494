package dev.andon.benchmarks;

import java.util.Locale;
import java.util.function.Predicate;

/** What a figure must be, as it is printed and as it is checked. */
public record Target(String text, Predicate<Figure> isMetBy) {

    public static Target none() {
        return new Target("-", _ -> true);
    }

    /** For rates, of which more is better. */
    public static Target ratioAtLeast(double least) {
        return new Target(String.format(Locale.ROOT, ">= %.2f", least), figure -> figure.ratio() >= least);
    }

    /** For costs, of which less is better. */
    public static Target ratioAtMost(double most) {
        return new Target(String.format(Locale.ROOT, "<= %.2f", most), figure -> figure.ratio() <= most);
    }

    /** For a promise that no baseline matters to. */
    public static Target oursBelow(double limit) {
        return new Target(String.format(Locale.ROOT, "ours < %.0f", limit), figure -> figure.ours() < limit);
    }
}
