package dev.andon.query.lookback;

import dev.andon.query.text.DisplayZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A month, {@code 2026-07}, or a quarter, {@code 2026-Q3}. */
record CalendarPeriod(String name, YearMonth first, int length) {

    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(0[1-9]|1[0-2])");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
    private static final int QUARTER_LENGTH = 3;

    static CalendarPeriod named(String given) {
        Matcher month = MONTH.matcher(given);
        if (month.matches()) {
            return month(YearMonth.parse(given));
        }
        Matcher quarter = QUARTER.matcher(given);
        if (quarter.matches()) {
            int first = (Integer.parseInt(quarter.group(2)) - 1) * QUARTER_LENGTH + 1;
            return new CalendarPeriod(
                    given, YearMonth.of(Integer.parseInt(quarter.group(1)), first), QUARTER_LENGTH);
        }
        throw new IllegalArgumentException("must be a month such as 2026-07, or a quarter such as 2026-Q3");
    }

    /** The last month that is over. */
    static CalendarPeriod before(LocalDate today) {
        return month(YearMonth.from(today).minusMonths(1));
    }

    private static CalendarPeriod month(YearMonth month) {
        return new CalendarPeriod(month.toString(), month, 1);
    }

    Instant from(DisplayZone zone) {
        return zone.startOf(first.atDay(1));
    }

    Instant to(DisplayZone zone) {
        return zone.startOf(first.plusMonths(length).atDay(1));
    }

    List<CalendarPeriod> months() {
        return IntStream.range(0, length).mapToObj(first::plusMonths).map(CalendarPeriod::month).toList();
    }
}
