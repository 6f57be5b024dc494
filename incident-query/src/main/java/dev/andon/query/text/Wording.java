package dev.andon.query.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How times, lengths of time and the language's constants are said to a person. Every time is UTC; see {@link DisplayZone}. */
public final class Wording {

    private static final DateTimeFormatter DAY = format("d MMMM uuuu");
    private static final DateTimeFormatter WEEKDAY = format("EEEE, d MMMM uuuu");
    private static final DateTimeFormatter MINUTES = format("HH:mm");
    private static final DateTimeFormatter SECONDS = format("HH:mm:ss");

    private Wording() {}

    /** {@code 16 May 2024}. */
    public static String day(Instant instant) {
        return day(instant, ZoneOffset.UTC);
    }

    static String day(Instant instant, ZoneId zone) {
        return DAY.format(instant.atZone(zone));
    }

    /** {@code Thursday, 16 May 2024}. */
    public static String weekday(LocalDate date) {
        return WEEKDAY.format(date);
    }

    /** {@code 11:30}, with seconds if it has some. */
    public static String time(Instant instant) {
        return time(instant, ZoneOffset.UTC);
    }

    static String time(Instant instant, ZoneId zone) {
        ZonedDateTime time = instant.atZone(zone);
        return (time.getSecond() == 0 ? MINUTES : SECONDS).format(time);
    }

    /** {@code 16 May 2024, 11:30}. */
    public static String moment(Instant instant) {
        return moment(instant, ZoneOffset.UTC);
    }

    static String moment(Instant instant, ZoneId zone) {
        return day(instant, zone) + ", " + time(instant, zone);
    }

    /** {@code 1 day 9 h 5 min}; seconds only where there are no days. */
    public static String duration(Duration duration) {
        var parts = new ArrayList<String>();
        if (duration.toDays() > 0) {
            parts.add(counted(duration.toDays(), "day"));
        }
        if (duration.toHoursPart() > 0) {
            parts.add(duration.toHoursPart() + " h");
        }
        if (duration.toMinutesPart() > 0) {
            parts.add(duration.toMinutesPart() + " min");
        }
        if (duration.toSecondsPart() > 0 && duration.toDays() == 0) {
            parts.add(duration.toSecondsPart() + " s");
        }
        return parts.isEmpty() ? "0 s" : String.join(" ", parts);
    }

    /** {@code 1 day}, {@code 2 days}. */
    public static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** {@code HUMAN_FACTORS} is said human factors. */
    public static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** {@code a, b and c}. */
    public static String list(List<String> things) {
        return things.size() < 2
                ? String.join("", things)
                : String.join(", ", things.subList(0, things.size() - 1)) + " and " + things.getLast();
    }

    /** Ends what somebody wrote so that another sentence can follow. */
    public static String sentence(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() || ".!?…".indexOf(stripped.charAt(stripped.length() - 1)) >= 0
                ? stripped
                : stripped + ".";
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
