package dev.andon.query.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/**
 * In whose time a document speaks. Beside another zone's time UTC is always shown: when clocks are put back, one hour comes
 * twice, and only UTC tells the first 02:30 from the second. Nothing is ever sorted by what a clock showed.
 */
public record DisplayZone(ZoneId zone) {

    public static final DisplayZone UTC = new DisplayZone(ZoneOffset.UTC);

    private static final String ADVICE = "give a name of the IANA database, such as Africa/Johannesburg, or an offset, "
            + "such as +02:00";

    /** Throws {@link IllegalArgumentException} with what to do if there is no such zone. */
    public static DisplayZone named(String name) {
        try {
            ZoneId zone = ZoneId.of(name);
            return zone.normalized().equals(ZoneOffset.UTC) ? UTC : new DisplayZone(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(meant(name)
                    .map(zone -> "is not a time zone; do you mean %s?".formatted(zone))
                    .orElse("is not a time zone; " + ADVICE), e);
        }
    }

    /** {@code 14:02 (12:02 UTC)}, with the date in UTC if it is another one, and seconds if there are some. */
    public String time(Instant instant) {
        return Wording.time(instant, zone) + aside(instant);
    }

    /** The same, for the beginning of a line: {@code **14:02** (12:02 UTC)}. */
    public String timeInBold(Instant instant) {
        return "**" + Wording.time(instant, zone) + "**" + aside(instant);
    }

    /** {@code 16 May 2024, 14:02 (12:02 UTC)}. */
    public String moment(Instant instant) {
        return Wording.moment(instant, zone) + aside(instant);
    }

    /** {@code 16 May 2024}. */
    public String day(Instant instant) {
        return Wording.day(instant, zone);
    }

    public LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** When this day begins; where clocks were put forward at midnight, that is not at 00:00. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The sentence that a document begins with. */
    public String note() {
        return isUtc()
                ? "All times are UTC."
                : "All times and days are those of %s, with UTC in parentheses.".formatted(zone);
    }

    private boolean isUtc() {
        return equals(UTC);
    }

    private String aside(Instant instant) {
        if (isUtc()) {
            return "";
        }
        boolean sameDay = dateOf(instant).equals(UTC.dateOf(instant));
        return " (%s UTC)".formatted(sameDay ? Wording.time(instant) : Wording.moment(instant));
    }

    private static Optional<String> meant(String name) {
        String sought = name.toLowerCase(Locale.ROOT).replace(' ', '_');
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.toLowerCase(Locale.ROOT).equals(sought)
                        || zone.toLowerCase(Locale.ROOT).endsWith("/" + sought))
                .sorted()
                .findFirst();
    }
}
