package dev.andon.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.test.scheduler.VirtualTimeScheduler;

class OverdueTest {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final List<String> overdue = new ArrayList<>();

    @BeforeEach
    void stopTheClock() {
        time = VirtualTimeScheduler.getOrSet();
    }

    @AfterEach
    void letItGo() {
        VirtualTimeScheduler.reset();
    }

    @Test
    void whoWaitsLongerThanThatIsToldOnce() {
        // given
        wait("answer", new Overdue(PATIENCE));

        // when
        time.advanceTimeBy(PATIENCE.minusMillis(1));
        assertThat(overdue).isEmpty();
        time.advanceTimeBy(Duration.ofMillis(1));

        // then
        assertThat(overdue).containsExactly("answer");
        time.advanceTimeBy(PATIENCE.multipliedBy(3));
        assertThat(overdue).containsExactly("answer");
    }

    @Test
    void whoHasHisAnswerIsNotTold() {
        wait("answer", new Overdue(PATIENCE)).dispose();
        time.advanceTimeBy(PATIENCE.multipliedBy(3));
        assertThat(overdue).isEmpty();
    }

    @Test
    void theNextWaitIsAsLongThoughTheTimerOfTheLastOneIsStillRunning() {
        // given
        Overdue waits = new Overdue(PATIENCE);
        Disposable first = wait("first", waits);
        time.advanceTimeBy(PATIENCE.minusSeconds(1));
        first.dispose();

        // when
        wait("second", waits);
        time.advanceTimeBy(PATIENCE.minusMillis(1));
        assertThat(overdue).isEmpty();
        time.advanceTimeBy(Duration.ofMillis(1));

        // then
        assertThat(overdue).containsExactly("second");
    }

    @Test
    void aWaitThatBeginsWhenNoTimerIsRunningAnyMoreStartsOne() {
        // given
        Overdue waits = new Overdue(PATIENCE);
        wait("first", waits).dispose();
        time.advanceTimeBy(PATIENCE.multipliedBy(2));

        // when
        wait("second", waits);
        time.advanceTimeBy(PATIENCE);

        // then
        assertThat(overdue).containsExactly("second");
    }

    private Disposable wait(String name, Overdue waits) {
        return waits.signal().doOnSuccess(_ -> overdue.add(name)).subscribe();
    }
}
