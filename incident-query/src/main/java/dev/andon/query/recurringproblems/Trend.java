package dev.andon.query.recurringproblems;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a problem causes incidents more and more often. Two gaps of which the second is shorter show nothing, and people
 * see a trend in them all the same; so this is a test that is made for it, Laplace's, which also counts the time that has
 * passed since the last failure.
 *
 * <p>With the first failure as the beginning, <i>n</i> failures after it at <i>t</i>₁…<i>t</i>ₙ, and <i>T</i> the time until
 * the end of what is looked at: U = √(12 <i>n</i>) · ((<i>t</i>₁ + … + <i>t</i>ₙ) / (<i>n T</i>) − ½). Failures that come at
 * random give a U about 0; beyond ±1.645, only one in ten of such series lies.
 *
 * @param u absent if there are too few failures
 * @param explanation what it means, in a sentence
 * @param until the end of what is looked at, likewise
 */
public record Trend(Direction direction, @Nullable Double u, @Nullable Instant until, String explanation) {

    /** With three failures after the first, U is already as good as normally distributed. */
    private static final int ENOUGH = 4;
    private static final double CLEAR = 1.645;

    /** Where it goes. */
    public enum Direction {
        MORE_OFTEN,
        LESS_OFTEN,
        NOT_CLEAR,
        TOO_FEW
    }

    /** @param failures oldest first */
    static Trend of(List<Instant> failures, Instant until) {
        if (failures.size() < ENOUGH) {
            return new Trend(Direction.TOO_FEW, null, null,
                    "Too few to tell: a trend takes %d incidents, and there are %d.".formatted(
                            ENOUGH, failures.size()));
        }
        Instant first = failures.getFirst();
        double whole = seconds(first, until);
        double sum = failures.stream().skip(1).mapToDouble(failure -> seconds(first, failure)).sum();
        int count = failures.size() - 1;
        double u = whole > 0 ? Math.sqrt(12.0 * count) * (sum / (count * whole) - 0.5) : 0;
        double rounded = Math.round(u * 100) / 100.0;
        return switch (direction(rounded)) {
            case MORE_OFTEN -> new Trend(Direction.MORE_OFTEN, rounded, until,
                    "It comes back more and more often: the times between failures get shorter.");
            case LESS_OFTEN -> new Trend(Direction.LESS_OFTEN, rounded, until,
                    "It comes back less and less often: the times between failures get longer.");
            case NOT_CLEAR, TOO_FEW -> new Trend(Direction.NOT_CLEAR, rounded, until,
                    "No clear trend: the times between failures may as well vary by chance.");
        };
    }

    private static Direction direction(double u) {
        if (u > CLEAR) {
            return Direction.MORE_OFTEN;
        }
        return u < -CLEAR ? Direction.LESS_OFTEN : Direction.NOT_CLEAR;
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds();
    }
}
