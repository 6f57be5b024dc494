package dev.andon.standalone.offline;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.andon.eventstore.AppendCondition;
import dev.andon.eventstore.Commit;
import dev.andon.eventstore.CommitEncoding;
import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.LogVerifier;
import dev.andon.eventstore.mongodb.MongoEventLog;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A random log, written down and made again. */
class JournalCommandsTest {

    private static MongoServer mongo = new MongoServer(new MemoryBackend());

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final RandomLog log = new RandomLog();

    @BeforeAll
    static void start() {
        mongo.bind("127.0.0.1", 0);
    }

    @AfterAll
    static void stop() {
        mongo.shutdownNow();
    }

    @BeforeEach
    void recordARandomLog() {
        log.record(directory, 40);
    }

    @Test
    void theLogThatIsMadeOfAJournalIsTheSameToTheByte() throws Exception {
        byte[] journal = exported("--data-dir", directory.toString());
        Path copy = directory.resolve("copy");

        assertThat(imported(journal, "--data-dir", copy.toString())).as(err.toString())
                .isEqualTo(ImportCommand.IMPORTED);

        assertThat(stored(copy)).isEqualTo(stored(directory));
        assertThat(exported("--data-dir", copy.toString())).isEqualTo(journal);
        assertThat(isSound(SqliteEventLog.openReadOnly(copy))).isTrue();
        assertThat(out.toString()).containsPattern("Imported \\d+ events in 40 commits. Head: \\d+@[0-9a-f]{64}");
        assertThat(err.toString()).contains(out.toString().replaceAll("(?s).*Head: ", "Written up to ").strip());
    }

    @Test
    void aLogMovesFromOneKindOfStoreToTheOtherAndBack() throws Exception {
        byte[] journal = exported("--data-dir", directory.toString());
        String uri = database();

        assertThat(imported(journal, "--mongodb-uri", uri, "--standalone-allowed")).as(err.toString())
                .isEqualTo(ImportCommand.IMPORTED);

        assertThat(encoded(MongoEventLog.connectToRead(uri)))
                .isEqualTo(encoded(SqliteEventLog.openReadOnly(directory)));
        assertThat(exported("--mongodb-uri", uri)).isEqualTo(journal);
    }

    @Test
    void whatWasCutAnywhereIsResumedByImportingTheWhole() throws Exception {
        byte[] journal = exported("--data-dir", directory.toString());
        for (int cut : new int[]{0, 1, 700, journal.length / 2, journal.length - 1}) {
            Path copy = directory.resolve("cut at " + cut);
            imported(Arrays.copyOf(journal, cut), "--data-dir", copy.toString());

            assertThat(imported(journal, "--data-dir", copy.toString())).as(err.toString())
                    .isEqualTo(ImportCommand.IMPORTED);
            assertThat(stored(copy)).isEqualTo(stored(directory));
        }
        String uri = database();
        assertThat(imported(Arrays.copyOf(journal, journal.length / 3), "--mongodb-uri", uri, "--standalone-allowed"))
                .isEqualTo(ImportCommand.AT_FAULT);
        assertThat(imported(journal, "--mongodb-uri", uri, "--standalone-allowed")).isEqualTo(ImportCommand.IMPORTED);
        assertThat(exported("--mongodb-uri", uri)).isEqualTo(journal);
    }

    @Test
    void aJournalGoesOnWhereAnEarlierOneEnded() throws Exception {
        long middle = commits(SqliteEventLog.openReadOnly(directory)).get(20).last();
        String[] lines = new String(exported("--data-dir", directory.toString()), StandardCharsets.UTF_8).split("\n");
        byte[] addition = exported("--data-dir", directory.toString(), "--after", Long.toString(middle));
        byte[] beginning = String.join("\n", List.of(lines).subList(0, (int) middle)).getBytes(StandardCharsets.UTF_8);
        Path copy = directory.resolve("copy");

        assertThat(imported(addition, "--data-dir", copy.toString())).isEqualTo(ImportCommand.AT_FAULT);
        assertThat(err.toString()).contains("import what lies between them first");
        assertThat(imported(beginning, "--data-dir", copy.toString())).isEqualTo(ImportCommand.IMPORTED);
        assertThat(imported(addition, "--data-dir", copy.toString())).isEqualTo(ImportCommand.IMPORTED);

        assertThat(stored(copy)).isEqualTo(stored(directory));
        assertThat(imported(beginning, "--data-dir", copy.toString())).isEqualTo(ImportCommand.AT_FAULT);
        assertThat(err.toString()).contains("there is nothing to import");
    }

    @Test
    void aStoreThatHoldsAnotherLogStaysAsItIs() throws Exception {
        byte[] journal = exported("--data-dir", directory.toString());
        Path other = directory.resolve("other");
        try (var store = new EventStore(SqliteEventLog.open(other), Clock.systemUTC())) {
            store.append(List.of(log.event()), AppendCondition.none(), null).block();
        }
        var before = stored(other);

        assertThat(imported(journal, "--data-dir", other.toString())).isEqualTo(ImportCommand.AT_FAULT);

        assertThat(err.toString()).contains("another log").contains("import into an empty store");
        assertThat(stored(other)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "actor            | "akteur             | something in it was changed
            journalformat":"1 | journalformat":"2   | has the format 2
            "specversion      | specversion         | is no JSON object
            "sequence         | "sequenz            | it has no sequence
            "dev.andon.       | "com.example.       | does not begin with dev.andon.
            """)
    void aLineThatIsNotAsItWasWrittenIsNamed(String written, String changed, String reason) throws Exception {
        String journal = new String(exported("--data-dir", directory.toString()), StandardCharsets.UTF_8);
        int line = 1 + (int) journal.substring(0, journal.indexOf(written)).lines().count();
        Path copy = directory.resolve("copy");

        assertThat(imported(
                journal.replaceFirst(java.util.regex.Pattern.quote(written), changed).getBytes(StandardCharsets.UTF_8),
                "--data-dir", copy.toString())).isEqualTo(ImportCommand.AT_FAULT);

        assertThat(err.toString()).contains("Line ").contains(reason);
        assertThat(Integer.parseInt(err.toString().replaceAll("(?s).*Line (\\d+) .*", "$1")))
                .isBetween(line - 1, line + 4);
    }

    @Test
    void aLineThatIsMissingOrDoubledIsNoticed() throws Exception {
        List<String> lines = new String(exported("--data-dir", directory.toString()), StandardCharsets.UTF_8).lines()
                .toList();
        for (int index = 0; index < lines.size() - 1; index += 7) {
            var missing = new ArrayList<>(lines);
            missing.remove(index);
            var doubled = new ArrayList<>(lines);
            doubled.add(index, lines.get(index));
            for (List<String> journal : List.of(missing, doubled)) {
                Path copy = directory.resolve(UUID.randomUUID().toString());
                assertThat(imported(String.join("\n", journal).getBytes(StandardCharsets.UTF_8), "--data-dir",
                        copy.toString())).as("line " + index).isEqualTo(ImportCommand.AT_FAULT);
            }
        }
    }

    @Test
    void aDamagedLogIsNotWrittenDownAsIfItWereWhole() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("andon.db"));
                var tampering = connection.createStatement()) {
            tampering.executeUpdate("UPDATE commits SET hash = zeroblob(32) WHERE first = 1");
        }
        assertThat(export(new ByteArrayOutputStream(), "--data-dir", directory.toString()))
                .isEqualTo(ExportCommand.NOT_WHOLE);
        assertThat(err.toString()).contains("The journal is not whole. ").contains("position 1");
    }

    @Test
    void wrongUsageIsAnsweredWithWhatIsWrong() {
        String there = directory.toString();
        assertThat(export(new ByteArrayOutputStream())).isEqualTo(ExportCommand.NOT_WHOLE);
        assertThat(export(new ByteArrayOutputStream(), "--data-dir", there, "--after", "100000"))
                .isEqualTo(ExportCommand.NOT_WHOLE);
        assertThat(export(new ByteArrayOutputStream(), "--data-dir", there, "--output", there + "/andon.db"))
                .isEqualTo(ExportCommand.NOT_WHOLE);
        assertThat(run(ImportCommand.commandLine(), "--data-dir", there, there + "/nothing.ndjson"))
                .isEqualTo(ImportCommand.NOT_IMPORTED);
        assertThat(err.toString()).contains("Try: export-journal --help", "the log ends at position",
                "There is a file ", "There is no file ");
    }

    private byte[] exported(String... arguments) {
        var journal = new ByteArrayOutputStream();
        assertThat(export(journal, arguments)).as(err.toString()).isEqualTo(ExportCommand.WHOLE);
        return journal.toByteArray();
    }

    private int export(ByteArrayOutputStream journal, String... arguments) {
        return run(ExportCommand.commandLine(journal), arguments);
    }

    private int imported(byte[] journal, String... arguments) throws Exception {
        Path file = Files.write(directory.resolve("journal.ndjson"), journal);
        out.getBuffer().setLength(0);
        var all = new ArrayList<>(List.of(arguments));
        all.add(file.toString());
        return run(ImportCommand.commandLine(), all.toArray(String[]::new));
    }

    private int run(picocli.CommandLine line, String... arguments) {
        return line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(arguments);
    }

    private static String database() {
        return mongo.getConnectionString() + "/" + "journal_" + UUID.randomUUID().toString().replace("-", "");
    }

    private static List<String> stored(Path store) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + store.resolve("andon.db"));
                var asking = connection.createStatement();
                var rows = asking.executeQuery("SELECT first, hex(body), hex(hash) FROM commits ORDER BY first")) {
            var stored = new ArrayList<String>();
            while (rows.next()) {
                stored.add(rows.getLong(1) + " " + rows.getString(2) + " " + rows.getString(3));
            }
            return stored;
        }
    }

    private static List<Commit> commits(EventLog log) {
        try (log) {
            return Objects.requireNonNull(log.read(0).collectList().block());
        }
    }

    private static List<String> encoded(EventLog log) {
        return commits(log).stream()
                .map(commit -> Arrays.toString(CommitEncoding.encode(commit)) + commit.hash())
                .toList();
    }

    private static boolean isSound(EventLog log) {
        try (log) {
            return Objects.requireNonNull(LogVerifier.verify(log).block()).isSound();
        }
    }
}
