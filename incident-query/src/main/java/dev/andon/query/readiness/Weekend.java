package dev.andon.query.readiness;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Saturday and Sunday, named by the ISO week that they end: {@code 2026-W12}. */
record Weekend(LocalDate saturday) {

    private static final Pattern SHAPE = Pattern.compile("(\\d{4})-W(\\d{2})");

    static Weekend named(String given) {
        Matcher shape = SHAPE.matcher(given);
        if (shape.matches()) {
            try {
                return new Weekend(LocalDate.parse(given + "-6", DateTimeFormatter.ISO_WEEK_DATE));
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("is a week that this year does not have", e);
            }
        }
        throw new IllegalArgumentException("must be an ISO week such as 2026-W12");
    }

    /** The one that is here, or the next. */
    static Weekend from(LocalDate today) {
        return new Weekend(today.getDayOfWeek() == DayOfWeek.SUNDAY
                ? today.minusDays(1)
                : today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY)));
    }

    LocalDate monday() {
        return saturday.plusDays(2);
    }
}
