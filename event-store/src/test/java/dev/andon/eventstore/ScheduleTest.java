package dev.andon.eventstore;

import ch.qos.logback.classic.Level;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.scheduler.Schedulers;

/**
 * Three thousand schedules, each by a seed of its own; {@code -Dandon.schedules=100000} runs more of them, and
 * {@code -Dandon.schedules=1 -Dandon.schedules.seed=…} one again.
 */
class ScheduleTest {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduleTest.class);
    private static final int SCHEDULES = Integer.getInteger("andon.schedules", 3_000);
    private static final long SEED = Long.getLong("andon.schedules.seed", ThreadLocalRandom.current().nextLong() >> 1);

    private final Logger outages = LoggerFactory.getLogger(Outage.class);

    /** Time leaps, so every log seems to have been away. */
    @BeforeEach
    void saveTheConsole() {
        ((ch.qos.logback.classic.Logger) outages).setLevel(Level.ERROR);
    }

    @AfterEach
    void giveTimersBack() {
        ((ch.qos.logback.classic.Logger) outages).setLevel(null);
        Schedulers.resetFactory();
    }

    @Test
    void inWhateverOrderThingsHappenEverybodyIsToldTheTruth() {
        long steps = LongStream.range(SEED, SEED + SCHEDULES).map(ScheduleTest::run).sum();
        LOG.info("{} schedules of {} steps each on average", SCHEDULES, steps / SCHEDULES);
    }

    private static int run(long seed) {
        try {
            return new Schedule(seed).run();
        } catch (Throwable failure) {
            throw new AssertionError("-Dandon.schedules=1 -Dandon.schedules.seed=" + seed, failure);
        }
    }
}
