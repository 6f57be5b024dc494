package dev.andon.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever fits into memory, what is repeated is found, and nothing else. */
class SeenIdsTest {

    private static final int IN_MEMORY = 64;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 1_000, 100_000})
    void exactlyTheRepeatedOnesAreFound(int count) {
        try (SeenIds ids = new SeenIds(IN_MEMORY)) {
            Random random = new Random(count);
            Set<Long> seen = new HashSet<>();
            Set<Long> repeated = new HashSet<>();
            for (int number = 0; number < count; number++) {
                // one in fifty comes from a small set, and so comes again
                long fingerprint = Fingerprint.of("id",
                        Integer.toString(number % 50 == 7 ? -random.nextInt(500) : number));
                if (!seen.add(fingerprint)) {
                    repeated.add(fingerprint);
                }
                ids.add(fingerprint);
            }
            assertThat(ids.repeated()).isEqualTo(repeated);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 65, 10_000})
    void aLogOfNothingButOneIdHasOneRepeatedId(int count) {
        try (SeenIds ids = new SeenIds(IN_MEMORY)) {
            for (int number = 0; number < count; number++) {
                ids.add(42);
            }
            assertThat(ids.repeated()).containsExactly(42L);
        }
    }
}
