package dev.andon.query.morningreview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    @ParameterizedTest
    @CsvSource({"2026-03-02, 2026-03-09", "2026-03-06, 2026-03-13", "2026-03-07, 2026-03-13", "2026-03-08, 2026-03-13",
        "2026-12-31, 2027-01-07"})
    void fiveWorkingDaysAreAWeekThatBeginsOnTheNextWorkingDay(LocalDate day, LocalDate expected) {
        assertThat(WorkingDays.after(day, 5)).isEqualTo(expected);
    }
}
