package dev.andon.eventstore.axon;

import com.mongodb.reactivestreams.client.MongoClients;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.axon.SharingWorker.Note;
import dev.andon.eventstore.mongodb.MongoEventLog;
import dev.andon.eventstore.mongodb.MongoSegmentClaims;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;

/** A {@link SharingWorker} in a process of its own: its notes come out line by line, its commands go in. */
final class SharingProcess implements SharedProcessorContract.Worker {

    private static final String NOTE = "note";

    private final Process process;

    private SharingProcess(Process process) {
        this.process = process;
    }

    /** The process: server, database, owner, how many segments it takes. It ends when it is told nothing any more. */
    public static void main(String[] arguments) throws IOException {
        var database = MongoClients.create(arguments[0]).getDatabase(arguments[1]);
        var store = new EventStore(MongoEventLog.on(database, true), Clock.systemUTC());
        var worker = new SharingWorker(store, new MongoSegmentClaims(database), arguments[2],
                Integer.parseInt(arguments[3]), () -> {},
                note -> System.out.println(String.join(" ", NOTE, note.kind().name(), "" + note.segment(),
                        "" + note.session(), "" + note.from(), "" + note.to())));
        try (var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            commands.lines().forEach(worker::obey);
        }
        System.exit(0);
    }

    static SharingProcess start(String uri, String database, String owner, int maxSegments, Consumer<Note> journal) {
        try {
            Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
                    "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    SharingProcess.class.getName(), uri, database, owner, "" + maxSegments)
                    .redirectError(ProcessBuilder.Redirect.INHERIT).start();
            Thread.ofVirtual().start(() -> process.inputReader(StandardCharsets.UTF_8).lines()
                    .filter(line -> line.startsWith(NOTE)).map(line -> line.split(" "))
                    .map(words -> new Note(owner, Note.Kind.valueOf(words[1]), Integer.parseInt(words[2]),
                            Integer.parseInt(words[3]), Long.parseLong(words[4]), Long.parseLong(words[5])))
                    .forEach(journal));
            return new SharingProcess(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void say(String command) {
        try {
            var commands = process.outputWriter(StandardCharsets.UTF_8);
            commands.write(command + "\n");
            commands.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Through its handle: the process itself would close its output, and what it had told and nobody had read be lost. */
    @Override
    public void kill() {
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void pause() {
        signal("-STOP");
    }

    @Override
    public void resume() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try {
            int status = new ProcessBuilder("kill", signal, "" + process.pid()).inheritIO().start().onExit().join()
                    .exitValue();
            if (status != 0) {
                throw new IllegalStateException("kill " + signal + " failed with " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
