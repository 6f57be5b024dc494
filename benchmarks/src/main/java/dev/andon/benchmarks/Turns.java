package dev.andon.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/**
 * The outcomes of contenders that took turns, A B A B. One after the other, A A B B, the machine's mood in the second half
 * would be the second one's fault. The first round warms up and does not count; of the others the median does.
 */
public final class Turns {

    private final Map<String, List<Outcome>> outcomes = new LinkedHashMap<>();
    private boolean warm;

    /** Whatever was added before does not count. */
    public void startCounting() {
        warm = true;
    }

    public void add(String contender, Outcome outcome) {
        if (warm) {
            outcomes.computeIfAbsent(contender, _ -> new ArrayList<>()).add(outcome);
        }
    }

    public double perSecond(String contender) {
        return median(contender, Outcome::perSecond);
    }

    public double median(String contender, ToDoubleFunction<Outcome> value) {
        double[] sorted = of(contender).stream().mapToDouble(value).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** Of all rounds together. */
    public double milliseconds(String contender, double percentile) {
        Histogram all = new Histogram(Outcome.DIGITS);
        of(contender).forEach(outcome -> all.add(outcome.latencies()));
        return all.getValueAtPercentile(percentile) / 1e6;
    }

    private List<Outcome> of(String contender) {
        return outcomes.getOrDefault(contender, List.of());
    }
}
