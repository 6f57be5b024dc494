package dev.andon.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class QuotaTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Quota quota = new Quota("requests", 60, new TimeMeter() {

        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void whatIsUsedUpComesBackWithTime() {
        for (int i = 0; i < 60; i++) {
            assertThat(quota.take("bot").isConsumed()).isTrue();
        }
        assertThat(quota.take("bot").isConsumed()).isFalse();

        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(quota.take("bot").isConsumed()).isTrue();
        assertThat(quota.take("bot").isConsumed()).isFalse();
    }

    @Test
    void oneCallerUsesUpNobodyElses() {
        for (int i = 0; i < 61; i++) {
            quota.take("bot");
        }

        assertThat(quota.take("another").isConsumed()).isTrue();
    }

    @Test
    void theFieldsSayHowManyAreLeftAndWhenAllWillBe() {
        quota.take("bot");

        assertThat(quota.policy()).isEqualTo("\"requests\";q=60;w=60");
        assertThat(quota.state(quota.take("bot"))).isEqualTo("\"requests\";r=58;t=2");
    }

    @Test
    void aMillionCallersTakeNoMoreMemoryThanTheMostActive() {
        for (int i = 0; i < 200_000; i++) {
            quota.take("caller " + i);
        }

        assertThat(quota.callers()).isLessThanOrEqualTo(50_000);
    }

    @Test
    void allIpv6AddressesOfOneNetworkAreOneCaller() throws Exception {
        assertThat(RateLimits.networkOf(InetAddress.getByName("2001:db8::1")))
                .isEqualTo(RateLimits.networkOf(InetAddress.getByName("2001:db8::ffff:1")))
                .isNotEqualTo(RateLimits.networkOf(InetAddress.getByName("2001:db8:0:1::1")));
        assertThat(RateLimits.networkOf(InetAddress.getByName("10.0.0.1")))
                .isNotEqualTo(RateLimits.networkOf(InetAddress.getByName("10.0.0.2")));
    }
}
