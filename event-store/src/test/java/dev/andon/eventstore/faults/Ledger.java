package dev.andon.eventstore.faults;

import static dev.andon.eventstore.TestEvents.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.eventstore.Commit;
import dev.andon.eventstore.Criteria;
import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.LogVerifier;
import dev.andon.eventstore.RecordedEvent;
import dev.andon.eventstore.faults.Told.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All that callers were told, and whether it is true. A log can be sound in itself and still have lost what it
 * acknowledged, or hold what it refused: only those who asked can tell.
 */
final class Ledger {

    private final List<Told> entries = new ArrayList<>();

    synchronized void enter(Told told) {
        entries.add(told);
    }

    synchronized Map<Verdict, Integer> count() {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        entries.forEach(told -> counts.merge(told.verdict(), 1, Integer::sum));
        return counts;
    }

    /** Verifies the log, and each entry against it. Returns what the log holds. */
    synchronized List<Commit> requireTruthOf(EventLog log) {
        assertThat(await(LogVerifier.verify(log)).firstFault()).as(Extent.seed()).isEmpty();
        List<Commit> commits = await(log.read(0).collectList());
        Map<String, List<Commit>> byAttempt = commits.stream()
                .collect(Collectors.groupingBy(commit -> commit.events().getFirst().id()));
        Map<String, List<Commit>> byCommand = commits.stream()
                .collect(Collectors.groupingBy(commit -> String.valueOf(commit.commandId())));
        for (Told told : entries) {
            List<Commit> own = byAttempt.getOrDefault(told.attempt(), List.of());
            List<Commit> ofCommand = byCommand.getOrDefault(told.commandId(), List.of());
            assertThat(isTrue(told, own, ofCommand))
                    .as("%s, but the log has %s of this attempt and %s of this command; %s",
                            told, own, ofCommand, Extent.seed())
                    .isTrue();
        }
        requireIndexOf(log, commits);
        return commits;
    }

    private static boolean isTrue(Told told, List<Commit> own, List<Commit> ofCommand) {
        return switch (told.verdict()) {
            case STORED -> own.size() == 1 && told.isOf(own.getFirst()) && ofCommand.equals(own);
            case KNOWN_ALREADY -> own.isEmpty() && ofCommand.size() == 1 && told.isOf(ofCommand.getFirst());
            case CONDITION_NOT_MET, NOT_STORED -> own.isEmpty();
            case UNKNOWN -> own.isEmpty() || own.size() == 1 && told.isOf(own.getFirst());
        };
    }

    /** Who asks for some events gets what a reader of all of them finds. */
    static void requireIndexOf(EventLog log, List<Commit> commits) {
        for (Criteria criteria : Writers.QUESTIONS) {
            assertThat(positions(await(log.readMatching(criteria, 0, Long.MAX_VALUE).collectList()), criteria))
                    .as("%s; %s", criteria, Extent.seed()).isEqualTo(positions(commits, criteria));
        }
    }

    private static List<Long> positions(List<Commit> commits, Criteria criteria) {
        return commits.stream().flatMap(commit -> commit.recordedEvents(criteria, 0, Long.MAX_VALUE))
                .map(RecordedEvent::position).toList();
    }
}
