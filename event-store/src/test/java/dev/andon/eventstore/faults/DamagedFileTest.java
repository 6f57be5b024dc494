package dev.andon.eventstore.faults;

import static dev.andon.eventstore.TestEvents.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.eventstore.AppendCondition;
import dev.andon.eventstore.Commit;
import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.LogVerifier;
import dev.andon.eventstore.Tag;
import dev.andon.eventstore.TestEvents;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that forgets. No power cut does that to a store that was closed, so nothing can repair it, and nothing may hide it. */
class DamagedFileTest {

    private static final int COMMITS = 300;
    private static final int PAGE = 4_096;

    @TempDir
    private Path directory = Path.of("");

    private final Random random = new Random(Extent.SEED);
    private final List<Commit> commits = new ArrayList<>();
    private final List<String> hidden = new ArrayList<>();
    private int opened;
    private byte[] file = {};

    @BeforeEach
    void closeAStore() throws IOException {
        Path store = directory.resolve("store.db");
        try (EventStore appending = new EventStore(SqliteEventLog.open(store), Clock.systemUTC())) {
            for (int number = 0; number < COMMITS; number++) {
                commits.add(await(appending.append(TestEvents.events(1 + random.nextInt(3), "FindingAdded",
                        Tag.of("incident", "INC-1"), Tag.of("number", "" + number)), AppendCondition.none(),
                        "command" + number)));
            }
        }
        file = Files.readAllBytes(store);
    }

    @Test
    void aWrongByteIsFoundOrDoesNotMatter() throws IOException {
        int damages = Extent.times(100);
        for (int damage = 1; damage <= damages; damage++) {
            int position = random.nextInt(file.length);
            byte[] damaged = file.clone();
            damaged[position] ^= (byte) (1 << random.nextInt(8));

            tryOut(damaged, "byte " + position);
            Extent.progress("Wrong bytes", damage, damages);
        }
    }

    @Test
    void aPageThatWasNeverWrittenOrIsAnotherOneIsFoundOrDoesNotMatter() throws IOException {
        for (int page = 0; page < file.length / PAGE; page++) {
            byte[] empty = file.clone();
            Arrays.fill(empty, page * PAGE, (page + 1) * PAGE, (byte) 0);
            tryOut(empty, "empty page " + page);

            byte[] misdirected = file.clone();
            System.arraycopy(file, random.nextInt(file.length / PAGE) * PAGE, misdirected, page * PAGE, PAGE);
            tryOut(misdirected, "another page at " + page);
        }
    }

    @Test
    void aFileThatIsTooShortIsFound() throws IOException {
        for (int pages = 0; pages < file.length / PAGE; pages++) {
            for (int length : List.of(pages * PAGE, pages * PAGE + 1 + random.nextInt(PAGE - 1))) {
                tryOut(Arrays.copyOf(file, length), "cut to %d bytes".formatted(length));
            }
        }
    }

    private void tryOut(byte[] damaged, String damage) throws IOException {
        Path copy = Files.write(directory.resolve("copy-%d.db".formatted(opened++)), damaged);
        Files.copy(directory.resolve("store.db.lock"), directory.resolve(copy.getFileName() + ".lock"));
        try (EventLog log = SqliteEventLog.open(copy)) {
            if (await(LogVerifier.verify(log)).isSound()) {
                List<Commit> found = await(log.read(0).collectList());
                if (!found.equals(commits)) {
                    hidden.add("%s: it is sound, with %d commits".formatted(damage, found.size()));
                }
            }
        } catch (RuntimeException loud) {
            // just as well
        }
        for (String suffix : List.of("", "-wal", "-shm", ".lock")) {
            Files.deleteIfExists(copy.resolveSibling(copy.getFileName() + suffix));
        }
    }

    @AfterEach
    void nothingIsHidden() {
        assertThat(hidden).as("of %d commits; %s", COMMITS, Extent.seed()).isEmpty();
    }
}
