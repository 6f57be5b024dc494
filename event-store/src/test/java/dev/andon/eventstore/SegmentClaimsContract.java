package dev.andon.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.eventstore.SegmentProgress.Claim;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import reactor.core.publisher.Mono;

/** What every place for claims must do; {@link #open()} twice stands for two processes. */
public abstract class SegmentClaimsContract {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant EXPIRY = NOW.plusSeconds(10);

    private String processor = "";
    private SegmentClaims here;
    private SegmentClaims there;

    /** Another process's view of one and the same place. */
    protected abstract SegmentClaims open();

    @BeforeEach
    void openTwice(TestInfo test) {
        processor = test.getDisplayName();
        here = open();
        there = open();
    }

    @AfterEach
    void closeBoth() {
        here.close();
        there.close();
    }

    @Test
    void anUnknownProcessorHasNoSegments() {
        assertThat(get(here.segments(processor).collectList())).isEmpty();
        assertThat(here.segment(processor, 0).blockOptional()).isEmpty();
        assertThat(claim(here, 0, "a", NOW)).isFalse();
    }

    @Test
    void addedSegmentsAreSeenByEverybodyAndClaimedByNobody() {
        givenSegments(unclaimed(0, 1, "0"), unclaimed(1, 1, "7"));

        assertThat(get(there.segments(processor).collectList())).containsExactly(unclaimed(0, 1, "0"),
                unclaimed(1, 1, "7"));
    }

    @Test
    void segmentsComeInNumericalOrder() {
        givenSegments(IntStream.range(0, 16).mapToObj(segment -> unclaimed(segment, 15, "0"))
                .toArray(SegmentProgress[]::new));

        assertThat(get(here.segments(processor).map(SegmentProgress::segment).collectList()))
                .isEqualTo(IntStream.range(0, 16).boxed().toList());
    }

    @Test
    void addingASegmentThatExistsChangesNothing() {
        givenSegments(unclaimed(0, 0, "5"));

        assertThat(get(there.add(processor, List.of(unclaimed(1, 1, "0"), unclaimed(0, 1, "0"))))).isFalse();

        assertThat(get(here.segments(processor).collectList())).containsExactly(unclaimed(0, 0, "5"));
    }

    @Test
    void ofManyProcessesThatCreateSegmentsAtOnceExactlyOneDoes() throws Exception {
        long winners = race(8, racer -> (racer % 2 == 0 ? here : there).add(processor,
                IntStream.rangeClosed(0, racer).mapToObj(segment -> unclaimed(segment, 15, "" + racer)).toList()));

        assertThat(winners).as("two layouts of segments would overlap").isEqualTo(1);
        assertThat(get(here.segments(processor).map(SegmentProgress::progress).distinct().collectList())).hasSize(1);
    }

    @Test
    void ofManyProcessesThatClaimASegmentAtOnceExactlyOneDoes() throws Exception {
        givenSegments(unclaimed(0, 0, "0"));

        long winners = race(8, racer -> (racer % 2 == 0 ? here : there)
                .claim(processor, 0, new Claim("racer " + racer, EXPIRY), NOW).hasElement());

        assertThat(winners).as("two owners would handle the same events").isEqualTo(1);
    }

    @Test
    void aClaimGivesTheProgressAndKeepsOthersOut() {
        givenSegments(unclaimed(0, 0, "41"));

        assertThat(get(here.claim(processor, 0, new Claim("a", EXPIRY), NOW)))
                .isEqualTo(new SegmentProgress(0, 0, "41", new Claim("a", EXPIRY)));

        assertThat(claim(there, 0, "b", EXPIRY.minusMillis(1))).isFalse();
        assertThat(get(there.segment(processor, 0)).availableTo("b", EXPIRY.minusMillis(1))).isFalse();
    }

    @Test
    void anOwnerMayClaimAgain() {
        givenSegments(unclaimed(0, 0, "0"));

        assertThat(claim(here, 0, "a", NOW)).isTrue();
        assertThat(claim(here, 0, "a", NOW)).isTrue();
    }

    @Test
    void anExpiredClaimCanBeTakenOverAndTheFormerOwnerNotices() {
        givenSegments(unclaimed(0, 0, "0"));
        claim(here, 0, "a", NOW);

        assertThat(get(there.segment(processor, 0)).availableTo("b", EXPIRY)).isTrue();
        assertThat(claim(there, 0, "b", EXPIRY)).isTrue();

        assertThat(get(here.store(processor, 0, new Claim("a", EXPIRY), "9"))).isFalse();
        assertThat(get(here.extend(processor, 0, new Claim("a", EXPIRY)))).isFalse();
        assertThat(get(here.release(processor, 0, "a"))).isFalse();
        assertThat(get(here.segment(processor, 0)).progress()).isEqualTo("0");
        assertThat(get(here.store(processor, 0, new Claim("b", EXPIRY), "3"))).isTrue();
    }

    @Test
    void clocksThatDifferTakeNothingFromTheLivingUntilTheyDifferByTheRestOfTheClaim() {
        givenSegments(unclaimed(0, 0, "0"));
        claim(here, 0, "a", NOW);
        Instant prolonged = NOW.plusSeconds(4);
        get(here.store(processor, 0, new Claim("a", prolonged.plusSeconds(10)), "1"));

        assertThat(claim(there, 0, "ahead", prolonged.plusMillis(9_999))).isFalse();
        assertThat(claim(there, 0, "behind", NOW.minusSeconds(3600))).isFalse();
        assertThat(claim(there, 0, "too far ahead", prolonged.plusSeconds(10))).isTrue();

        assertThat(get(here.store(processor, 0, new Claim("a", prolonged.plusSeconds(60)), "2"))).isFalse();
        assertThat(get(there.segment(processor, 0)).progress()).isEqualTo("1");
    }

    @Test
    void anExpiredClaimThatNobodyHasTakenIsStillItsOwners() {
        givenSegments(unclaimed(0, 0, "0"));
        get(here.claim(processor, 0, new Claim("a", NOW.minusSeconds(60)), NOW));

        assertThat(get(here.store(processor, 0, new Claim("a", NOW.minusSeconds(50)), "1"))).isTrue();

        assertThat(get(there.segment(processor, 0)).progress()).isEqualTo("1");
    }

    @Test
    void extendingAndStoringProlongAClaim() {
        givenSegments(unclaimed(0, 0, "0"), unclaimed(1, 1, "0"));
        claim(here, 0, "a", NOW);
        claim(here, 1, "a", NOW);
        Claim longer = new Claim("a", EXPIRY.plusSeconds(10));

        assertThat(get(here.extend(processor, 0, longer))).isTrue();
        assertThat(get(here.store(processor, 1, longer, "8"))).isTrue();

        assertThat(claim(there, 0, "b", EXPIRY.plusSeconds(9))).isFalse();
        assertThat(claim(there, 1, "b", EXPIRY.plusSeconds(9))).isFalse();
        assertThat(get(there.segment(processor, 1)).progress()).isEqualTo("8");
    }

    @Test
    void aReleasedSegmentIsFreeAtOnceAndKeepsItsProgress() {
        givenSegments(unclaimed(0, 0, "0"));
        claim(here, 0, "a", NOW);
        get(here.store(processor, 0, new Claim("a", EXPIRY), "12"));

        assertThat(get(here.release(processor, 0, "a"))).isTrue();

        assertThat(get(there.segment(processor, 0))).isEqualTo(unclaimed(0, 0, "12"));
        assertThat(claim(there, 0, "b", NOW)).isTrue();
    }

    @Test
    void nobodyStoresProgressWithoutAClaim() {
        givenSegments(unclaimed(0, 0, "0"));

        assertThat(get(here.store(processor, 0, new Claim("a", EXPIRY), "9"))).isFalse();
    }

    @Test
    void aSplitReplacesTheSegmentByTwoUnclaimedOnes() {
        givenSegments(unclaimed(0, 0, "5"));
        claim(here, 0, "a", NOW);

        assertThat(get(here.replace(processor, "a", Set.of(0), List.of(unclaimed(0, 1, "5"), unclaimed(1, 1, "5")))))
                .isTrue();

        assertThat(get(here.segments(processor).collectList())).containsExactly(unclaimed(0, 1, "5"),
                unclaimed(1, 1, "5"));
    }

    @Test
    void aMergeThatDoesNotHoldBothHalvesChangesNothing() {
        givenSegments(unclaimed(0, 1, "5"), unclaimed(1, 1, "6"));
        claim(here, 0, "a", NOW);
        claim(there, 1, "b", NOW);

        assertThat(get(here.replace(processor, "a", Set.of(0, 1), List.of(unclaimed(0, 0, "5"))))).isFalse();

        assertThat(get(here.segments(processor).map(SegmentProgress::mask).collectList())).containsExactly(1, 1);
    }

    @Test
    void aSplitWhoseNewHalfExistsAlreadyChangesNothing() {
        givenSegments(unclaimed(0, 1, "5"), unclaimed(1, 1, "6"));
        claim(here, 0, "a", NOW);

        assertThat(get(here.replace(processor, "a", Set.of(0), List.of(unclaimed(0, 3, "5"), unclaimed(1, 3, "5")))))
                .isFalse();

        assertThat(get(here.segments(processor).map(SegmentProgress::mask).collectList())).containsExactly(1, 1);
    }

    @Test
    void whenAllSegmentsAreRemovedTheProcessorCanStartAfresh() {
        givenSegments(unclaimed(0, 0, "5"));
        claim(here, 0, "a", NOW);

        assertThat(get(here.replace(processor, "a", Set.of(0), List.of()))).isTrue();

        assertThat(get(here.segments(processor).collectList())).isEmpty();
        assertThat(get(here.add(processor, List.of(unclaimed(0, 0, "0"))))).isTrue();
    }

    @Test
    void processorsDoNotShareSegments() {
        givenSegments(unclaimed(0, 0, "5"));

        assertThat(get(here.add(processor + ".other", List.of(unclaimed(0, 0, "1"))))).isTrue();

        assertThat(get(here.segment(processor, 0)).progress()).isEqualTo("5");
    }

    @Test
    void thePlaceHasOneNameForAllProcesses() {
        assertThat(get(here.storeId())).isNotBlank().isEqualTo(get(there.storeId())).isEqualTo(get(here.storeId()));
    }

    private void givenSegments(SegmentProgress... segments) {
        assertThat(get(here.add(processor, List.of(segments)))).isTrue();
    }

    private boolean claim(SegmentClaims claims, int segment, String owner, Instant now) {
        return get(claims.claim(processor, segment, new Claim(owner, EXPIRY), now).hasElement());
    }

    private interface Attempt {

        Mono<Boolean> by(int racer);
    }

    private static long race(int racers, Attempt attempt) {
        var barrier = new CyclicBarrier(racers);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return IntStream.range(0, racers).mapToObj(racer -> CompletableFuture.supplyAsync(() -> {
                try {
                    barrier.await();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                return get(attempt.by(racer));
            }, threads)).toList().stream().filter(CompletableFuture::join).count();
        }
    }

    private static SegmentProgress unclaimed(int segment, int mask, String progress) {
        return SegmentProgress.unclaimed(segment, mask, progress);
    }

    private static <T> T get(Mono<T> mono) {
        return mono.blockOptional().orElseThrow();
    }
}
