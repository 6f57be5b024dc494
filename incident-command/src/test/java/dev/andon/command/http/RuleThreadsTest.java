package dev.andon.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.monitoring.Correlation;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class RuleThreadsTest {

    private final RuleThreads threads = new RuleThreads();

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void workIsDoneInAThreadThatMayWaitAsAPartOfItsRequest() {
        Correlation request = Correlation.started();

        assertThat(threads.in(request, () -> Thread.currentThread().isVirtual()).block()).isTrue();
        assertThat(threads.in(request, () -> MDC.getCopyOfContextMap().values()).block()).containsExactly(request.id());
    }

    @Test
    void workIsDoneToItsEndEvenIfNobodyWaitsForTheAnswer() throws InterruptedException {
        var goOn = new CountDownLatch(1);
        var done = new CountDownLatch(1);

        threads.in(Correlation.started(), () -> {
            await(goOn);
            done.countDown();
            return true;
        }).subscribe().dispose();
        goOn.countDown();

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whoClosesItWaitsForTheWorkAtHand() {
        var done = new CountDownLatch(1);
        threads.in(Correlation.started(), () -> {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            done.countDown();
            return true;
        }).subscribe();

        threads.close();

        assertThat(done.getCount()).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
