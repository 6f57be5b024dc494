package dev.andon.eventstore.faults;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.Limits;
import dev.andon.eventstore.mongodb.MongoEventLog;
import dev.andon.eventstore.sqlite.IndexedOften;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * A process that writes, and says of each command at once what it was told of it: the line is out before the next command
 * is sent, so what was said before the process died has been promised by the log.
 */
final class WritingProcess implements AutoCloseable {

    private static final int KILLED = 128 + 9;

    static final String OPENING = "OPENING ";

    /** How it treats its store. */
    enum Habit {
        KEEPS_IT_OPEN, OPENS_IT_AGAIN_AND_AGAIN, CREATES_ANOTHER_EACH_TIME
    }

    private final Process process;
    private final BufferedReader lines;

    private WritingProcess(Process process) {
        this.process = process;
        this.lines = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * @param location a path, or the connection string of a server
     * @param commands for each of its eight writers, and for each time it opens a store
     * @param insistence of the store it opens
     * @param prefix of the command line
     */
    static WritingProcess start(Habit habit, String location, String name, long seed, int commands,
            Duration insistence, String... prefix) {
        try {
            return new WritingProcess(new ProcessBuilder(Stream.of(Stream.of(prefix),
                    Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx256m",
                            "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                            WritingProcess.class.getName(), habit.name(), location, name, Long.toString(seed),
                            Integer.toString(commands), insistence.toString()))
                    .flatMap(words -> words).toList()).redirectError(ProcessBuilder.Redirect.INHERIT).start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Nothing if it has ended. */
    @Nullable
    String nextLine() {
        try {
            return lines.readLine();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Up to and with the first such line, or to the end. */
    List<String> linesUpTo(Predicate<String> last) {
        List<String> said = new ArrayList<>();
        for (String line = nextLine(); line != null; line = nextLine()) {
            said.add(line);
            if (last.test(line)) {
                break;
            }
        }
        return said;
    }

    long pid() {
        return process.pid();
    }

    /** With SIGKILL. Returns what it had said by then. */
    List<String> kill() {
        // the process itself would throw away with its streams what is in them
        process.toHandle().destroyForcibly();
        return linesUpToTheEnd(KILLED);
    }

    /** When it has said so much, or has ended before that. */
    List<String> killedAfter(int lines) {
        AtomicInteger heard = new AtomicInteger();
        List<String> said = new ArrayList<>(linesUpTo(_ -> heard.incrementAndGet() > lines));
        said.addAll(kill());
        return said;
    }

    /** Returns what else it says until it ends by itself. */
    List<String> finish() {
        return linesUpToTheEnd(0);
    }

    private List<String> linesUpToTheEnd(int expectedStatus) {
        List<String> said = linesUpTo(_ -> false);
        int status = process.onExit().join().exitValue();
        // it may have been done before it could be killed
        if (status != 0 && status != expectedStatus) {
            throw new AssertionError("A process failed; it said " + said + "; " + Extent.seed());
        }
        return said;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    static void main(String[] arguments) throws IOException {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        Habit habit = Habit.valueOf(arguments[0]);
        String location = arguments[1];
        String name = arguments[2];
        long seed = Long.parseLong(arguments[3]);
        int commands = Integer.parseInt(arguments[4]);
        Duration insistence = Duration.parse(arguments[5]);
        try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            int opened = 0;
            do {
                String store = habit == Habit.CREATES_ANOTHER_EACH_TIME ? location + "/" + opened : location;
                say(out, OPENING + store);
                try (EventLog log = open(store)) {
                    EventStore writing = new EventStore(log, Clock.systemUTC(),
                            Limits.defaults().withInsistence(insistence));
                    new Writers(List.of(writing), name + "-" + opened, seed + opened, told -> say(out, told.line()))
                            .write(8, commands);
                }
                opened++;
            } while (habit != Habit.KEEPS_IT_OPEN);
        }
    }

    private static EventLog open(String location) {
        return location.startsWith("mongodb:")
                ? MongoEventLog.connect(location, true)
                : IndexedOften.open(Path.of(location));
    }

    /** One call of the operating system for each line, with no buffer between: lines of a process that dies are whole. */
    private static void say(FileOutputStream out, String line) {
        try {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
