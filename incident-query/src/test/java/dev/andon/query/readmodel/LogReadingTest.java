package dev.andon.query.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.eventstore.Commit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

class LogReadingTest {

    private static final int MOST = 100;
    private static final int MANY = 2_000;
    private static final long WINDOW = 100_000;

    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger read = new AtomicInteger();
    private final History history = new History() {

        @Override
        public Flux<Commit> follow(long after) {
            begun.incrementAndGet();
            return super.follow(after).doOnNext(_ -> read.incrementAndGet());
        }
    };
    private final LogReadings readings = new LogReadings(
            history, new EventDecoder(), Duration.ZERO, Schedulers.immediate(), WINDOW);

    @Test
    void thoseWhoAreEquallyFarReadTogetherAndEachReadsAll() {
        record(10);
        EventFeed one = readings.from(0, new Bell());
        EventFeed two = readings.from(0, new Bell());
        EventFeed fartherOn = readings.from(4, new Bell());

        List<DecodedEvent> events = one.poll(MOST);
        assertThat(events).hasSize(10);
        assertThat(two.poll(3)).containsExactlyElementsOf(events.subList(0, 3));
        assertThat(two.poll(MOST)).containsExactlyElementsOf(events.subList(3, 10));
        assertThat(fartherOn.poll(MOST)).containsExactlyElementsOf(events.subList(4, 10));
        record(1);
        assertThat(one.poll(MOST)).singleElement().isSameAs(two.poll(MOST).getFirst());
        assertThat(begun).hasValue(1);
    }

    @Test
    void whoComesLaterAndIsFartherBackReadsByItself() {
        record(10);
        EventFeed one = readings.from(0, new Bell());
        one.poll(5);

        EventFeed late = readings.from(0, new Bell());

        assertThat(positions(late)).hasSize(10);
        assertThat(positions(one)).hasSize(5);
        assertThat(begun).hasValue(2);
    }

    @Test
    void whoDoesNotGetOnIsLeftBehindAndMissesNothingAllTheSame() {
        // given
        int all = MANY + 1;
        record(all);
        EventFeed quick = readings.from(0, new Bell());
        EventFeed slow = readings.from(0, new Bell());
        List<Long> slowly = new ArrayList<>(slow.poll(7).stream().map(DecodedEvent::position).toList());
        // when
        assertThat(positions(quick)).as("it waits for nobody").hasSize(all);
        // then
        slowly.addAll(positions(slow));
        assertThat(slowly).containsExactlyElementsOf(LongStream.rangeClosed(1, all).boxed().toList());
        assertThat(begun).hasValue(2);
    }

    @Test
    void whoWaitsForManyIsNotWokenForEachOfThem() {
        // given
        var bell = new Bell();
        record(2);
        EventFeed feed = readings.from(0, bell);
        assertThat(feed.holds(2)).isTrue();
        assertThat(feed.holds(4)).isFalse();
        bell.await(Duration.ZERO);
        // when
        record(1);
        assertThat(bell.await(Duration.ZERO)).as("three are not four").isFalse();
        record(1);
        // then
        assertThat(bell.await(Duration.ZERO)).isTrue();
        assertThat(feed.holds(4)).isTrue();
    }

    @Test
    void whoIsHeldUpByOthersTakesWhatThereIs() {
        record(MANY);
        EventFeed slow = readings.from(0, new Bell());
        EventFeed quick = readings.from(0, new Bell());
        slow.poll(1);

        assertThat(quick.holds(MANY)).isTrue();

        assertThat(quick.poll(MANY)).isNotEmpty();
        assertThat(begun).hasValue(1);
    }

    @Test
    void ofSmallEventsItReadsManyAhead() {
        record(MANY);

        readings.from(0, new Bell()).poll(1);

        assertThat(read.get()).isGreaterThan(LogReading.HANDED_OVER).isLessThan(MANY / 2);
    }

    @Test
    void ofLargeEventsItReadsNoMoreThanAreOnTheirWay() {
        recordLarge(MANY / 10);

        readings.from(0, new Bell()).poll(1);

        assertThat(read.get()).as("each is more than the window holds").isLessThanOrEqualTo(
                2 * LogReading.HANDED_OVER);
    }

    @Test
    void whoAsksForMoreThanTheMemoryHoldsGetsLess() {
        recordLarge(10);
        EventFeed feed = readings.from(0, new Bell());

        assertThat(feed.poll(MOST)).hasSize(1);
        assertThat(feed.poll(MOST)).singleElement().extracting(DecodedEvent::position).isEqualTo(2L);
    }

    @Test
    void whoLeavesHoldsNobodyUp() {
        record(MANY);
        EventFeed one = readings.from(0, new Bell());
        EventFeed gone = readings.from(0, new Bell());

        gone.close();

        assertThat(positions(one)).hasSize(MANY);
        assertThat(begun).hasValue(1);
        one.close();
        assertThat(readings.from(0, new Bell()).poll(1)).hasSize(1);
        assertThat(begun).as("a reading that all have left is over").hasValue(2);
    }

    /** Of all that it gets without anything more being recorded. */
    private static List<Long> positions(EventFeed feed) {
        List<Long> positions = new ArrayList<>();
        int nothing = 0;
        while (nothing < 3) {
            List<DecodedEvent> events = feed.poll(MOST);
            nothing = events.isEmpty() ? nothing + 1 : 0;
            events.forEach(event -> positions.add(event.position()));
        }
        return positions;
    }

    private void record(int events) {
        for (int i = 0; i < events; i++) {
            history.record(History.declared(i + 1));
        }
    }

    private void recordLarge(int events) {
        for (int i = 0; i < events; i++) {
            history.record(History.finding(1, "x".repeat((int) WINDOW)));
        }
    }
}
