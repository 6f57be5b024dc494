package dev.andon.query.servicelevels;

import dev.andon.kernel.AvailabilityPeriod;
import dev.andon.query.http.Period;
import dev.andon.query.services.Service;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How available one service was in a period.
 *
 * @param elapsed how much of the period has passed
 * @param availability of what has passed, in per cent
 * @param objective what was promised when the period ended; absent if nothing was
 * @param errorBudget how much of it may be lost, and is; absent without an objective
 * @param windows what the downtime is made of
 * @param invalid what should be part of it, and cannot
 */
public record ServiceLevel(
        String service,
        Duration elapsed,
        Downtime downtime,
        Availability availability,
        @Nullable Objective objective,
        @Nullable ErrorBudget errorBudget,
        List<CountedWindow> windows,
        List<InvalidWindow> invalid) {

    private static final int DECIMALS = 6;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * The part of the time, in per cent.
     *
     * @param unweighted in which customers were not hurt at all
     * @param weighted in which they were not, each moment weighted by how many were
     */
    public record Availability(double unweighted, double weighted) {}

    /**
     * What is promised of a service.
     *
     * @param percent how much of the time it is to be available
     * @param period over what time that is to be so
     * @param position where the promise is recorded
     */
    public record Objective(double percent, @Nullable AvailabilityPeriod period, long position) {}

    /**
     * What an objective leaves to be lost in the whole period that is asked about, however long the objective's own is.
     *
     * @param total how much may be lost: the part of the period that the objective does not claim
     * @param spent how much is lost: the weighted downtime
     * @param left how much is left, negative when more was lost than may be
     * @param leftPercent how much of it is left, in per cent; absent if there never was any
     * @param met whether no more is lost than may be, so far
     */
    public record ErrorBudget(
            Duration total, Duration spent, Duration left, @Nullable Double leftPercent, boolean met) {}

    /**
     * @param period both ends given
     * @param now up to when time has passed
     */
    static ServiceLevel of(
            String service, Span period, Instant now, @Nullable Service registered, List<CountedWindow> windows,
            List<InvalidWindow> invalid) {
        Instant end = now.isBefore(period.to()) ? now : period.to();
        Duration elapsed = Duration.between(period.from(), end);
        Downtime downtime = Downtime.of(windows.stream().map(CountedWindow::span).toList());
        Objective objective = registered == null ? null : objectiveAt(end, registered);
        return new ServiceLevel(
                service, elapsed, downtime,
                new Availability(
                        available(downtime.unweighted(), elapsed), available(downtime.weighted(), elapsed)),
                objective,
                objective == null ? null : budget(objective, period.length(), downtime.weighted()), windows, invalid);
    }

    /** A period with both its ends. */
    record Span(Instant from, Instant to) {

        Duration length() {
            return Duration.between(from, to);
        }

        Period period() {
            return new Period(from, to);
        }
    }

    /** The promise that was made last, up to then. */
    private static @Nullable Objective objectiveAt(Instant end, Service service) {
        return service.registrations().stream()
                .filter(registration -> registration.at().isBefore(end))
                .reduce((_, later) -> later)
                .flatMap(registration -> Optional.ofNullable(registration.availabilityObjective())
                        .map(percent -> new Objective(
                                percent, registration.availabilityPeriod(), registration.position())))
                .orElse(null);
    }

    private static ErrorBudget budget(Objective objective, Duration period, Duration spent) {
        BigDecimal total = HUNDRED.subtract(BigDecimal.valueOf(objective.percent()))
                .multiply(BigDecimal.valueOf(period.toNanos()))
                .divide(HUNDRED, 0, RoundingMode.HALF_UP);
        Duration budget = Duration.ofNanos(total.longValueExact());
        Duration left = budget.minus(spent);
        return new ErrorBudget(
                budget, spent, left, budget.isZero() ? null : percent(left, budget), !left.isNegative());
    }

    private static double available(Duration lost, Duration elapsed) {
        return elapsed.isZero() ? 100 : percent(elapsed.minus(lost), elapsed);
    }

    private static double percent(Duration part, Duration whole) {
        return BigDecimal.valueOf(part.toNanos())
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(whole.toNanos()), DECIMALS, RoundingMode.HALF_UP)
                .doubleValue();
    }
}
