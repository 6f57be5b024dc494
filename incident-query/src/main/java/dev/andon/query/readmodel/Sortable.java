package dev.andon.query.readmodel;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Values of index fields are compared as text, and these sort as text the way they do as what they are. */
public final class Sortable {

    /** An instant's own text is shorter when its fraction is zero. */
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS")
            .withZone(ZoneOffset.UTC);

    private static final int DIGITS = 19;

    private Sortable() {}

    public static String instant(Instant instant) {
        return INSTANT.format(instant);
    }

    /** Not below zero. */
    public static String number(long number) {
        String digits = Long.toString(number);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }
}
