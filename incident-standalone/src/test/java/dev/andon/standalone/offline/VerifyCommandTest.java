package dev.andon.standalone.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.eventstore.AppendCondition;
import dev.andon.eventstore.EventData;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What somebody at a terminal, and what a script, is told. */
class VerifyCommandTest {

    private static final String SOME_HASH = "0123456789abcdef".repeat(4);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    @BeforeEach
    void recordThreeCommits() {
        try (var store = new EventStore(SqliteEventLog.open(directory), Clock.systemUTC())) {
            for (int number = 1; number <= 3; number++) {
                var event = new EventData("event " + number, "FindingAdded", "1", Instant.EPOCH, Set.of(),
                        "{}".getBytes(StandardCharsets.UTF_8), Map.of());
                store.append(List.of(event, event), AppendCondition.none(), null).block();
            }
        }
    }

    @Test
    void aSoundLogIsReportedWithItsHead() {
        assertThat(verify("--data-dir", directory.toString())).isEqualTo(VerifyCommand.SOUND);
        assertThat(out.toString())
                .contains("I1", "I2", "I3", "I4", "I5", "6 events in 3 commits, at positions 1 to 6", "Sound")
                .containsPattern("Head: 6@[0-9a-f]{64}");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE commits SET body = unhex(replace(hex(body), '7B7D', '7B5D')) WHERE first = 3 | 3 | I4
            DELETE FROM commits WHERE first = 3                                                 | 3 | I1
            UPDATE commits SET body = zeroblob(9) WHERE first = 5                               | 5 | I4
            UPDATE commits SET hash = zeroblob(32) WHERE first = 1                              | 1 | I4
            """)
    void aFaultIsNamedByItsPlace(String damage, int position, String invariant) throws Exception {
        tamper(damage);

        assertThat(verify("--data-dir", directory.toString())).isEqualTo(VerifyCommand.AT_FAULT);
        assertThat(out.toString())
                .contains("AT FAULT at position %d (%s)".formatted(position, invariant))
                .contains("Sound up to position " + (position - 1))
                .doesNotContain("Sound\n");
    }

    @Test
    void aMachineIsToldTheSame() throws Exception {
        assertThat(verify("--format=json", "--data-dir", directory.toString())).isEqualTo(VerifyCommand.SOUND);
        JsonNode sound = json();
        assertThat(sound.get("sound").booleanValue()).isTrue();
        assertThat(sound.get("events").intValue()).isEqualTo(6);
        assertThat(sound.get("head").get("position").intValue()).isEqualTo(6);
        assertThat(sound.has("firstFault")).isFalse();

        tamper("DELETE FROM commits WHERE first = 3");
        assertThat(verify("--format=json", "--data-dir", directory.toString())).isEqualTo(VerifyCommand.AT_FAULT);
        JsonNode fault = json().get("firstFault");
        assertThat(fault.get("position").intValue()).isEqualTo(3);
        assertThat(fault.get("invariant").stringValue()).isEqualTo("I1");
    }

    @Test
    void aHeadThatWasNotedBeforeIsFoundAgainOrMissed() {
        // given
        verify("--format=json", "--data-dir", directory.toString());
        String head = json().get("bookmark").stringValue();

        // then
        assertThat(verify("--data-dir", directory.toString(), "--head", head)).isEqualTo(VerifyCommand.SOUND);
        assertThat(out.toString()).contains("head that was noted earlier");
        assertThat(verify("--data-dir", directory.toString(), "--head", "4@" + SOME_HASH))
                .isEqualTo(VerifyCommand.AT_FAULT);
        assertThat(out.toString()).contains("AT FAULT at position 3 (head)");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "--data-dir", "--head 4@HASH", "--data-dir a --mongodb-uri b", "--data-dir a --format xml",
        "--data-dir a --head 4", "--data-dir a --head 0@HASH", "--data-dir a --head x@HASH", "a"
    })
    void wrongUsageIsAnsweredWithWhatIsWrong(String arguments) {
        String[] words = arguments.isEmpty() ? new String[0] : arguments.replace("HASH", SOME_HASH).split(" ");
        assertThat(verify(words))
                .isEqualTo(VerifyCommand.NOT_CHECKED);
        assertThat(err.toString()).contains("Try: verify --help");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aDirectoryWithoutAStoreIsNotTakenForASoundOneAndStaysAsItIs() throws Exception {
        Path nowhere = directory.resolve("nowhere");
        Path empty = Files.createDirectory(directory.resolve("empty"));
        assertThat(verify("--data-dir", nowhere.toString())).isEqualTo(VerifyCommand.NOT_CHECKED);
        assertThat(verify("--data-dir", empty.toString())).isEqualTo(VerifyCommand.NOT_CHECKED);
        assertThat(err.toString()).contains("There is no event store at " + empty.resolve("andon.db"));
        assertThat(nowhere).doesNotExist();
        assertThat(empty).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "--mongodb-uri mongodb://alice:s3cret/x@127.0.0.1/andon", "mongodb://alice:s3cret@127.0.0.1/andon",
        "--mongo-uri mongodb://alice:s3cret@127.0.0.1/andon",
        "--mongodb-uri mongodb://alice:s3cret@127.0.0.1:1/andon?serverSelectionTimeoutMS=50",
        "--mongodb-uri mongodb://alice:s3cret@127.0.0.1:1/andon?w=1",
        "--data-dir mongodb://alice:s3cret@127.0.0.1/andon"
    })
    void aPasswordIsNeverPrinted(String arguments) {
        assertThat(verify(arguments.split(" "))).isEqualTo(VerifyCommand.NOT_CHECKED);
        assertThat(out.toString() + err).doesNotContain("s3cret");
        assertThat(err.toString()).isNotEmpty();
    }

    @Test
    void progressIsShownNowAndThen() {
        // given
        AtomicLong nanos = new AtomicLong();
        var progress = new ProgressLine(new PrintWriter(err), false, Duration.ofSeconds(10), nanos::get);

        // when
        progress.reached(1, 4_000);
        nanos.set(Duration.ofSeconds(10).toNanos());
        progress.reached(1_000, 4_000);
        progress.reached(1_001, 4_000);
        progress.end();

        // then
        assertThat(err.toString().strip()).isEqualTo("25 %  1,000 events  100 events/s  30 s left");
    }

    @Test
    void onATerminalTheLineIsWrittenAnew() {
        AtomicLong nanos = new AtomicLong();
        var progress = new ProgressLine(new PrintWriter(err), true, Duration.ZERO, nanos::get);
        nanos.set(Duration.ofSeconds(1).toNanos());
        progress.reached(1, 2);
        progress.end();
        assertThat(err.toString()).startsWith("\r 50 %").endsWith("\r\033[K").doesNotContain("\n");
    }

    private int verify(String... arguments) {
        out.getBuffer().setLength(0);
        return VerifyCommand.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private JsonNode json() {
        return Objects.requireNonNull(JsonMapper.shared().readTree(out.toString()));
    }

    private void tamper(String statement) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("andon.db"));
                var tampering = connection.createStatement()) {
            assertThat(tampering.executeUpdate(statement)).isEqualTo(1);
        }
    }
}
