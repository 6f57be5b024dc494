package dev.andon.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * So many requests a minute for each of however many callers.
 *
 * <p>Takes a bounded amount of memory: whoever sends from a million addresses gets a million buckets otherwise. The ones
 * used least are forgotten first, and one that was not used for a minute is full again anyway.
 */
final class Quota {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MAX_CALLERS = 50_000;

    private final String name;
    private final int perMinute;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MAX_CALLERS)
            .expireAfterAccess(WINDOW.multipliedBy(2))
            .build();

    /** @param perMinute 0 for as many as they like */
    Quota(String name, int perMinute, TimeMeter time) {
        this.name = name;
        this.perMinute = perMinute;
        this.time = time;
    }

    boolean isLimited() {
        return perMinute > 0;
    }

    /** Counts one request. */
    ConsumptionProbe take(String caller) {
        return buckets.get(caller, _ -> newBucket()).tryConsumeAndReturnRemaining(1);
    }

    /** The value of {@code RateLimit-Policy}: a structured field, as draft-ietf-httpapi-ratelimit-headers has it. */
    String policy() {
        return "\"%s\";q=%d;w=%d".formatted(name, perMinute, WINDOW.toSeconds());
    }

    /** The value of {@code RateLimit}: how many are left, and in how many seconds there will be all of them. */
    String state(ConsumptionProbe probe) {
        long seconds = Duration.ofNanos(probe.getNanosToWaitForReset()).plusMillis(999).toSeconds();
        return "\"%s\";r=%d;t=%d".formatted(name, probe.getRemainingTokens(), seconds);
    }

    long callers() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket newBucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, WINDOW))
                .withCustomTimePrecision(time)
                .build();
    }
}
