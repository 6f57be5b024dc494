package dev.andon.eventstore.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.eventstore.CommandAlreadyRecordedException;
import dev.andon.eventstore.Commit;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.SegmentClaims;
import dev.andon.eventstore.axon.Program.Handled;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A program on either log; opening again after a close stands for a restart. */
abstract class EndToEndContract {

    protected abstract EventStore openStore();

    protected abstract SegmentClaims openClaims();

    /** What another process opens, where a log lets several in. */
    protected EventStore openElsewhere(EventStore store) {
        return store;
    }

    @Test
    void aCommandBecomesAnEventThatItsHandlerIsGivenWithItsPosition() throws Exception {
        try (var store = openStore();
                var claims = openClaims();
                var program = new Program(store, claims, "here", 1, 1)) {

            Commit first = program.addFinding("INC-1", "disk full", "c-1").join();
            Commit second = program.addFinding("INC-1", "logs rotated", "c-2").join();

            assertThat(first).returns(1L, Commit::last).returns("c-1", Commit::commandId);
            assertThat(second).returns(2L, Commit::last);
            assertThat(program.nextHandled())
                    .isEqualTo(new Handled("INC-1", 1, "disk full", new Recorded(1, first.recordedAt())));
            assertThat(program.nextHandled())
                    .isEqualTo(new Handled("INC-1", 2, "logs rotated", new Recorded(2, second.recordedAt())));
            assertThat(program.asksForUpdates()).isFalse();
        }
    }

    @Test
    void aCommandThatIsRecordedAlreadyIsRecognisedByItsCaller() {
        try (var store = openStore();
                var claims = openClaims();
                var program = new Program(store, claims, "here", 1, 1)) {
            program.addFinding("INC-1", "disk full", "c-1").join();

            assertThatThrownBy(() -> program.addFinding("INC-1", "disk full", "c-1").join()).cause()
                    .isInstanceOfSatisfying(CommandAlreadyRecordedException.class,
                            e -> assertThat(e.commit().last()).isEqualTo(1));
        }
    }

    @Test
    void afterARestartAProcessorGoesOnWhereItsTokenStands() throws Exception {
        try (var store = openStore();
                var claims = openClaims();
                var program = new Program(store, claims, "before", 2, 2)) {
            program.addFinding("INC-1", "disk full", "c-1").join();
            program.addFinding("INC-2", "disk slow", "c-2").join();
            program.nextHandled();
            program.nextHandled();
        }

        try (var store = openStore();
                var claims = openClaims();
                var program = new Program(store, claims, "after", 2, 2)) {
            program.addFinding("INC-1", "logs rotated", "c-3").join();

            assertThat(program.nextHandled()).returns(2, Handled::number).extracting(Handled::recorded)
                    .extracting(Recorded::position).isEqualTo(3L);
            assertThat(program.handled()).isEmpty();
        }
    }

    @Test
    void twoProcessesShareAProcessorsSegmentsAndNeverAnEvent() throws Exception {
        int incidents = 40;
        try (var store = openStore();
                var otherStore = openElsewhere(store);
                var claims = openClaims();
                var otherClaims = openClaims();
                var here = new Program(store, claims, "here", 4, 2);
                var there = new Program(otherStore, otherClaims, "there", 4, 2)) {

            CompletableFuture.allOf(IntStream.rangeClosed(1, incidents)
                    .mapToObj(number -> here.addFinding("INC-" + number, "seen", "c-" + number))
                    .toArray(CompletableFuture[]::new)).join();

            // Each claims two segments at most, so no event is left out only if both take their share.
            Map<Long, Set<String>> handlers = new ConcurrentHashMap<>();
            while (handlers.size() < incidents) {
                note(handlers, "here", here);
                note(handlers, "there", there);
                Thread.onSpinWait();
            }
            assertThat(handlers.values()).as("handled by two processes").allMatch(owners -> owners.size() == 1);
            assertThat(handlers.values().stream().flatMap(Set::stream).distinct()).containsExactlyInAnyOrder("here",
                    "there");
        }
    }

    @Test
    void aSplitDoublesNoEventAndAMergeLosesNone() throws Exception {
        try (var store = openStore();
                var claims = openClaims();
                var program = new Program(store, claims, "here", 1, 8)) {
            program.addFinding("INC-1", "before", "c-1").join();
            List<Long> handled = new ArrayList<>(take(1, program));

            assertThat(program.processor().splitSegment(0).join()).isTrue();
            addTen(program, "split");
            handled.addAll(take(10, program));
            assertThat(claims.segments("timeline").collectList().block()).hasSize(2);
            assertThat(handled).containsExactlyInAnyOrderElementsOf(positions(11));

            // Axon hands the merged segment what only the slower half had still to see, so some come twice.
            assertThat(program.processor().mergeSegment(0).join()).isTrue();
            addTen(program, "merged");
            while (!handled.containsAll(positions(21))) {
                handled.addAll(take(1, program));
            }
            assertThat(claims.segments("timeline").collectList().block()).hasSize(1);
        }
    }

    private static List<Long> positions(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static void addTen(Program program, String when) {
        for (int number = 1; number <= 10; number++) {
            program.addFinding("INC-" + number, when, when + number).join();
        }
    }

    private static List<Long> take(int count, Program program) throws InterruptedException {
        List<Long> positions = new ArrayList<>();
        for (int taken = 0; taken < count; taken++) {
            positions.add(program.nextHandled().recorded().position());
        }
        return positions;
    }

    private static void note(Map<Long, Set<String>> handlers, String owner, Program program) {
        for (Handled each = program.handled().poll(); each != null; each = program.handled().poll()) {
            handlers.computeIfAbsent(each.recorded().position(), _ -> new HashSet<>()).add(owner);
        }
    }
}
