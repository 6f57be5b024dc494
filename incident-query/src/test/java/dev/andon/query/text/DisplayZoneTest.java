package dev.andon.query.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayZoneTest {

    private static final DisplayZone BERLIN = DisplayZone.named("Europe/Berlin");

    @Test
    void utcNeedsNoSecondTime() {
        assertThat(DisplayZone.UTC.time(Instant.parse("2026-03-02T12:02:00Z"))).isEqualTo("12:02");
        assertThat(DisplayZone.UTC.moment(Instant.parse("2026-03-02T12:02:03Z"))).isEqualTo("2 March 2026, 12:02:03");
        assertThat(DisplayZone.UTC.note()).isEqualTo("All times are UTC.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Z", "Etc/UTC", "+00:00", "GMT"})
    void utcIsUtcByAnyName(String name) {
        assertThat(DisplayZone.named(name)).isEqualTo(DisplayZone.UTC);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Africa/Johannesburg | 2026-03-02T12:02:00Z | 2 March 2026, 14:02 (12:02 UTC)",
        "+05:30              | 2026-03-02T12:02:05Z | 2 March 2026, 17:32:05 (12:02:05 UTC)",
        "Asia/Kathmandu      | 2026-03-02T12:00:00Z | 2 March 2026, 17:45 (12:00 UTC)",
        "Africa/Johannesburg | 2026-03-01T22:30:00Z | 2 March 2026, 00:30 (1 March 2026, 22:30 UTC)",
        "America/Los_Angeles | 2026-01-01T03:00:00Z | 31 December 2025, 19:00 (1 January 2026, 03:00 UTC)"})
    void anotherZonesTimeStandsBesideUtc(String zone, Instant instant, String expected) {
        assertThat(DisplayZone.named(zone).moment(instant)).isEqualTo(expected);
    }

    @Test
    void theHourThatOccursTwiceIsToldApartByUtc() {
        Instant first = Instant.parse("2026-10-25T00:30:00Z");
        Instant second = Instant.parse("2026-10-25T01:30:00Z");

        assertThat(BERLIN.timeInBold(first)).isEqualTo("**02:30** (00:30 UTC)");
        assertThat(BERLIN.timeInBold(second)).isEqualTo("**02:30** (01:30 UTC)");
    }

    @Test
    void theHourThatDoesNotExistIsNeverShown() {
        assertThat(BERLIN.time(Instant.parse("2026-03-29T00:59:59Z"))).isEqualTo("01:59:59 (00:59:59 UTC)");
        assertThat(BERLIN.time(Instant.parse("2026-03-29T01:00:00Z"))).isEqualTo("03:00 (01:00 UTC)");
    }

    @Test
    void aDayBeginsWhenItsClockSaysSo() {
        assertThat(BERLIN.startOf(LocalDate.of(2026, 3, 29))).isEqualTo("2026-03-28T23:00:00Z");
        assertThat(BERLIN.startOf(LocalDate.of(2026, 3, 30))).isEqualTo("2026-03-29T22:00:00Z");
        assertThat(DisplayZone.named("Africa/Cairo").startOf(LocalDate.of(2026, 4, 24)))
                .as("at midnight, clocks were put forward to one").isEqualTo("2026-04-23T22:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "europe/berlin | is not a time zone; do you mean Europe/Berlin?",
        "Johannesburg  | is not a time zone; do you mean Africa/Johannesburg?",
        "new york      | is not a time zone; do you mean America/New_York?",
        "Mars/Olympus  | is not a time zone; give a name of the IANA database, such as Africa/Johannesburg, or an offset, such as +02:00",
        "+25:00        | is not a time zone; give a name of the IANA database, such as Africa/Johannesburg, or an offset, such as +02:00"})
    void anUnknownZoneIsRefusedWithAdvice(String name, String advice) {
        assertThatThrownBy(() -> DisplayZone.named(name)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage(advice);
    }
}
