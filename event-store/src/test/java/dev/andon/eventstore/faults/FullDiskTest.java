package dev.andon.eventstore.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.faults.Told.Verdict;
import dev.andon.eventstore.faults.WritingProcess.Habit;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process whose disk takes nothing more, and then does again. It runs under a limit for the size of its files, and in a
 * file system of a few megabytes: the one fails as a broken disk does, the other as a full one.
 */
@Timeout(120) // so that a test that waits for ever says so; no test is about time
@DisabledOnOs(OS.WINDOWS)
class FullDiskTest {

    private static final Set<Verdict> FAILURES = Set.of(Verdict.NOT_STORED, Verdict.UNKNOWN);

    @TempDir
    private Path directory = Path.of("");

    private final Ledger ledger = new Ledger();

    @Test
    void aFileThatMayNotGrowLosesNothingAndGoesOnWhenItMay() throws Exception {
        assumeTrue(runs("prlimit", "--version"), "there is no prlimit");
        Path store = directory.resolve("store");
        try (WritingProcess process = start(store, "bash", "-c", "ulimit -S -f 4000; exec \"$@\"", "bash")) {
            enterUpTo(20, FAILURES, process);
            assertThat(runs("prlimit", "--pid", Long.toString(process.pid()), "--fsize=unlimited:unlimited")).isTrue();
            enterUpTo(50, Set.of(Verdict.STORED), process);
            enter(process.kill());
        }
        requireTruth(store);
    }

    @Test
    void aFullFileSystemLosesNothingAndGoesOnWhenThereIsRoom() throws Exception {
        assumeTrue(runs("unshare", "--user", "--map-root-user", "--mount", "mount", "-t", "tmpfs", "tmpfs",
                directory.toString()), "nobody may mount a file system of one's own here");
        String mounting = """
                mount -t tmpfs -o size=6m tmpfs '%s' && head -c 2000000 /dev/zero > '%1$s/ballast' && exec "$@"
                """.formatted(directory);
        try (WritingProcess process = start(directory.resolve("store"), "unshare", "--user", "--map-root-user",
                "--mount", "bash", "-c", mounting, "bash")) {
            enterUpTo(20, FAILURES, process);
            Path itsDirectory = Path.of("/proc/" + process.pid() + "/root" + directory);
            Files.delete(itsDirectory.resolve("ballast"));
            enterUpTo(20, Set.of(Verdict.STORED), process);
            enterUpTo(20, FAILURES, process);

            // the file system goes when the process does
            assertThat(runs("kill", "-STOP", Long.toString(process.pid()))).isTrue();
            for (String name : List.of("andon.db", "andon.db-wal")) {
                Files.copy(itsDirectory.resolve("store").resolve(name), directory.resolve(name));
            }
            enter(process.kill());
        }
        requireTruth(directory);
    }

    private static WritingProcess start(Path store, String... prefix) {
        return WritingProcess.start(Habit.KEEPS_IT_OPEN, store.toString(), "writer", Extent.SEED, Integer.MAX_VALUE,
                Duration.ofMillis(300), prefix);
    }

    /** So many of these. */
    private void enterUpTo(int count, Set<Verdict> verdicts, WritingProcess process) {
        AtomicInteger heard = new AtomicInteger();
        enter(process.linesUpTo(line -> verdicts.stream().anyMatch(verdict -> line.startsWith(verdict.name()))
                && heard.incrementAndGet() == count));
        assertThat(heard).as("%s; %s", verdicts, Extent.seed()).hasValue(count);
    }

    private void enter(List<String> said) {
        said.stream().filter(line -> !line.startsWith(WritingProcess.OPENING)).map(Told::parse)
                .forEach(ledger::enter);
    }

    /** Again and again, as it goes on. */
    private void requireTruth(Path store) {
        for (int opening = 0; opening < 2; opening++) {
            try (EventLog log = SqliteEventLog.open(store)) {
                ledger.requireTruthOf(log);
                new Writers(List.of(new EventStore(log, Clock.systemUTC())),
                        "reopened" + opening, Extent.SEED, ledger::enter).write(4, 5);
                ledger.requireTruthOf(log);
            }
        }
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException notHere) {
            return false;
        }
    }
}
