package dev.andon.query.readmodel;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Values of index fields are compared as text, and these sort as text the way they do as what they are. */
public final class Sortable {

    /** An instant's own text is shorter when its fraction is zero. */
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS")
            .withZone(ZoneOffset.UTC);

    private Sortable() {}

    public static String instant(Instant instant) {
        return INSTANT.format(instant);
    }

    public static String number(long number) {
        return "%019d".formatted(number);
    }
}
