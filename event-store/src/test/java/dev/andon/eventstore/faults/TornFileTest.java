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
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a power cut leaves of a store's two files: the write-ahead log up to some byte, or with the wrong ones in it, and
 * any part of a checkpoint. A store opens with all that was complete before the damage, and nothing else.
 */
class TornFileTest {

    private static final int FOLDED_COMMITS = 40;
    private static final int COMMITS = FOLDED_COMMITS + Extent.times(5);
    private static final int HEADER = 32;
    private static final int FRAME_HEADER = 24;
    private static final int PAGE = 4_096;

    @TempDir
    private Path directory = Path.of("");

    private final Random random = new Random(Extent.SEED);
    private final List<Commit> commits = new ArrayList<>();
    private int opened;
    private byte[] file = {};
    private byte[] writeAheadLog = {};

    /** The first ones are in the file, and the others in the write-ahead log, each in a transaction of its own. */
    @BeforeEach
    void copyTheFilesOfAStoreThatIsOpen() throws IOException {
        Path store = directory.resolve("store.db");
        append(store, FOLDED_COMMITS, () -> {});
        append(store, COMMITS, () -> {
            file = Files.readAllBytes(store);
            writeAheadLog = Files.readAllBytes(directory.resolve("store.db-wal"));
        });
    }

    @Test
    void aWriteAheadLogThatEndsAnywhereIsReadUpToItsLastWholeTransaction() throws IOException {
        for (int frame = 0; frame < frames(); frame++) {
            int start = startOf(frame);
            for (int length : List.of(start, start + 1, start + FRAME_HEADER, start + FRAME_HEADER + PAGE / 2,
                    startOf(frame + 1) - 1)) {
                assertThat(reopened(file, Arrays.copyOf(writeAheadLog, length)))
                        .as("cut after %d bytes", length).isEqualTo(commits.subList(0, completeAt(length)));
            }
        }
        for (int length : List.of(0, 1, HEADER - 1, HEADER)) {
            assertThat(reopened(file, Arrays.copyOf(writeAheadLog, length)))
                    .isEqualTo(commits.subList(0, FOLDED_COMMITS));
        }
        assertThat(reopened(file, writeAheadLog)).isEqualTo(commits);
    }

    @Test
    void wrongBytesInTheWriteAheadLogEndItBeforeTheirTransaction() throws IOException {
        for (int damage = 0; damage < Extent.times(30); damage++) {
            int position = HEADER + random.nextInt(writeAheadLog.length - HEADER);
            byte[] damaged = writeAheadLog.clone();
            damaged[position] ^= (byte) (1 << random.nextInt(8));

            assertThat(reopened(file, damaged)).as("byte %d is wrong; %s", position, Extent.seed())
                    .isEqualTo(commits.subList(0, completeAt(position)));
        }
    }

    @Test
    void aBlockOfTheWriteAheadLogThatNeverReachedTheDiskEndsItBeforeItsTransaction() throws IOException {
        int block = 512;
        for (int lost = HEADER / block; lost < writeAheadLog.length / block; lost += 1 + random.nextInt(16)) {
            byte[] torn = writeAheadLog.clone();
            int start = Math.max(lost * block, HEADER);
            Arrays.fill(torn, start, (lost + 1) * block, (byte) 0);
            int damage = Arrays.mismatch(torn, writeAheadLog);

            assertThat(reopened(file, torn)).as("block %d is lost; %s", lost, Extent.seed())
                    .isEqualTo(commits.subList(0, damage < 0 ? COMMITS : completeAt(damage)));
        }
    }

    @Test
    void aCheckpointThatWasCutOffAnywhereIsDoneAgain() throws IOException, SQLException {
        byte[] folded = folded();
        for (int cut = 0; cut < Extent.times(25); cut++) {
            byte[] half = file.clone();
            for (int start = 0; start < folded.length; start += PAGE) {
                // pages reach the disk in any order, and not always whole
                int written = List.of(0, random.nextInt(PAGE), PAGE).get(random.nextInt(3));
                if (written > 0) {
                    half = Arrays.copyOf(half, Math.max(half.length, start + PAGE));
                    System.arraycopy(folded, start, half, start, written);
                }
            }
            assertThat(reopened(half, writeAheadLog)).as(Extent.seed()).isEqualTo(commits);
        }
    }

    private int frames() {
        return (writeAheadLog.length - HEADER) / (FRAME_HEADER + PAGE);
    }

    private static int startOf(int frame) {
        return HEADER + frame * (FRAME_HEADER + PAGE);
    }

    /** How many commits the files hold if the write-ahead log is good up to this byte: its last frames say so. */
    private int completeAt(int length) {
        return FOLDED_COMMITS + (int) IntStream.range(0, frames())
                .filter(frame -> startOf(frame + 1) <= length)
                .filter(frame -> ByteBuffer.wrap(writeAheadLog).getInt(startOf(frame) + Integer.BYTES) != 0)
                .count();
    }

    /** As a checkpoint that nothing disturbs leaves it. */
    private byte[] folded() throws IOException, SQLException {
        Path copy = store(file, writeAheadLog);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy)) {
            connection.createStatement().execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        return Files.readAllBytes(copy);
    }

    private interface Look {
        void at() throws IOException;
    }

    private void append(Path store, int upTo, Look beforeItCloses) throws IOException {
        try (EventStore appending = new EventStore(SqliteEventLog.open(store), Clock.systemUTC())) {
            while (commits.size() < upTo) {
                commits.add(await(appending.append(TestEvents.events(1 + random.nextInt(3), "FindingAdded",
                        Tag.of("incident", "INC-1"), Tag.of("number", "" + commits.size())), AppendCondition.none(),
                        "command" + commits.size())));
            }
            beforeItCloses.at();
        }
    }

    private Path store(byte[] database, byte[] log) throws IOException {
        Path copy = Files.write(directory.resolve("copy-%d.db".formatted(opened++)), database);
        Files.write(directory.resolve(copy.getFileName() + "-wal"), log);
        return copy;
    }

    /** What there is after all, when it has been verified; and more can be written behind it. */
    private List<Commit> reopened(byte[] database, byte[] log) throws IOException {
        Path copy = store(database, log);
        List<Commit> found;
        try (EventLog reopened = SqliteEventLog.open(copy)) {
            assertThat(await(LogVerifier.verify(reopened)).firstFault()).isEmpty();
            found = await(reopened.read(0).collectList());
            Ledger.requireIndexOf(reopened, found);
            await(new EventStore(reopened, Clock.systemUTC()).append(TestEvents.events(1, "CheckInRecorded"),
                    AppendCondition.none(), "behind the damage"));
            assertThat(await(LogVerifier.verify(reopened)).commits()).isEqualTo(found.size() + 1L);
        }
        for (String suffix : List.of("", "-wal", "-shm", ".lock")) {
            Files.deleteIfExists(copy.resolveSibling(copy.getFileName() + suffix));
        }
        return found;
    }
}
