package dev.andon.eventstore.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.faults.Told.Verdict;
import dev.andon.eventstore.faults.WritingProcess.Habit;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the embedded log keeps of a process that is killed, whatever it was doing: everything it had acknowledged. */
class KilledProcessTest {

    private static final int KILLS_OF_ONE_STORE = 8;
    private static final int LONGEST_PAUSE_NANOSECONDS = 20_000_000;

    @TempDir
    private Path directory = Path.of("");

    private final Random random = new Random(Extent.SEED);
    private final Map<Path, Ledger> ledgers = new LinkedHashMap<>();

    @Test
    void aWriterThatIsKilledLosesNothingItHadAcknowledged() {
        killAgainAndAgain(Habit.KEEPS_IT_OPEN, Extent.times(7), Integer.MAX_VALUE, 400);
    }

    @Test
    void aWriterThatIsKilledWhileItOpensAndClosesItsStoreLosesNothing() {
        killAgainAndAgain(Habit.OPENS_IT_AGAIN_AND_AGAIN, Extent.times(4), 3, 150);
    }

    @Test
    void aStoreWhoseCreatorIsKilledIsCreatedByTheNextOne() {
        killAgainAndAgain(Habit.CREATES_ANOTHER_EACH_TIME, Extent.times(4), 1, 40);
    }

    private void killAgainAndAgain(Habit habit, int kills, int commands, int longestLife) {
        int stored = 0;
        for (int kill = 1; kill <= kills; kill++) {
            ledgers.keySet().removeIf(store -> habit == Habit.CREATES_ANOTHER_EACH_TIME);
            Path store = directory.resolve("store-" + (habit == Habit.CREATES_ANOTHER_EACH_TIME
                    ? kill
                    : kill / KILLS_OF_ONE_STORE));
            enter(store, saidBeforeItsDeath(habit, store, kill, commands, random.nextInt(longestLife)));
            for (Map.Entry<Path, Ledger> entry : ledgers.entrySet()) {
                try (EventLog log = SqliteEventLog.open(entry.getKey())) {
                    entry.getValue().requireTruthOf(log);
                }
                stored += entry.getValue().count().getOrDefault(Verdict.STORED, 0);
            }
            Extent.progress("Killed a process that " + habit, kill, kills);
        }
        assertThat(stored).as("commits that could have been lost; %s", Extent.seed()).isPositive();
    }

    private List<String> saidBeforeItsDeath(Habit habit, Path store, int kill, int commands, int life) {
        try (WritingProcess process = WritingProcess.start(habit, store.toString(), "life" + kill, random.nextLong(),
                commands, Duration.ofMinutes(1))) {
            AtomicInteger lines = new AtomicInteger();
            List<String> said = new ArrayList<>(process.linesUpTo(_ -> lines.getAndIncrement() == life));
            LockSupport.parkNanos(random.nextInt(LONGEST_PAUSE_NANOSECONDS));
            said.addAll(process.kill());
            return said;
        }
    }

    private void enter(Path first, List<String> said) {
        Path store = first;
        for (String line : said) {
            if (line.startsWith(WritingProcess.OPENING)) {
                store = Path.of(line.substring(WritingProcess.OPENING.length()));
                ledgers.computeIfAbsent(store, _ -> new Ledger());
            } else {
                ledgers.computeIfAbsent(store, _ -> new Ledger()).enter(Told.parse(line));
            }
        }
    }
}
