package dev.andon.query.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeekendTest {

    @ParameterizedTest
    @CsvSource({"2026-W12, 2026-03-21", "2026-W01, 2026-01-03", "2026-W53, 2027-01-02"})
    void aWeekendIsNamedByTheWeekThatItEnds(String name, LocalDate saturday) {
        assertThat(Weekend.named(name).saturday()).isEqualTo(saturday);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12", "2026-W54", "2025-W53", "2026-W00", "next"})
    void aWeekThatIsNoneIsRefused(String name) {
        assertThatThrownBy(() -> Weekend.named(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-16, 2026-03-21", "2026-03-21, 2026-03-21", "2026-03-22, 2026-03-21"})
    void withoutANameItIsTheOneThatIsHereOrTheNext(LocalDate today, LocalDate saturday) {
        assertThat(Weekend.from(today).saturday()).isEqualTo(saturday);
    }
}
