package dev.andon.standalone.offline;

import dev.andon.eventstore.Bookmark;
import dev.andon.eventstore.Commit;
import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.Head;
import dev.andon.query.audit.JournalWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine;

/** Writes a log down as a journal. It reads no faster than it can write, so a slow disk costs time and not memory. */
@Command(name = ExportCommand.NAME, sortOptions = false, description = "Writes a log down as CloudEvents, one event to a line, up to where it ends now. The server may be running. import-journal makes the same log of it, to the byte.", footer = {
    "",
    "The journal goes to standard output unless --output names a new file; progress, and the head at the end, go to standard error.",
    "",
    "Exit code: 0 if the journal is whole, 2 if it is not."
})
final class ExportCommand implements Callable<Integer> {

    static final String NAME = "export-journal";

    static final int WHOLE = 0;
    static final int NOT_WHOLE = 2;

    private static final int COMMITS_AHEAD = 256;

    @ArgGroup(multiplicity = "1")
    private Store store = new Store();

    @Option(names = "--after", paramLabel = "<position>", defaultValue = "0", description = "Only what stands behind this position, as an addition to an earlier journal.")
    private long after;

    @Option(names = "--output", paramLabel = "<file>", description = "The file to write; it must not be there yet.")
    private @Nullable Path output;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Prints this.")
    private boolean help;

    @Spec
    private @Nullable CommandSpec spec;

    private final OutputStream standardOutput;

    ExportCommand(OutputStream standardOutput) {
        this.standardOutput = standardOutput;
    }

    static CommandLine commandLine() {
        return commandLine(System.out);
    }

    static CommandLine commandLine(OutputStream standardOutput) {
        return OfflineCommands.commandLine(
                new ExportCommand(standardOutput), NAME, "The journal is not whole.", NOT_WHOLE);
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        try (EventLog log = store.openToRead()) {
            Head end = Objects.requireNonNull(log.head().block());
            if (after < 0 || after > end.position()) {
                throw new IllegalArgumentException(
                        "--after is %d, and the log ends at position %d".formatted(after, end.position()));
            }
            try (OutputStream out = new BufferedOutputStream(destination())) {
                write(log, end, out, ProgressLine.on(err));
            }
            err.println("Written up to " + new Bookmark(end.position(), end.hash()));
            return WHOLE;
        }
    }

    private OutputStream destination() throws IOException {
        return output == null ? standardOutput : Files.newOutputStream(output, StandardOpenOption.CREATE_NEW);
    }

    private void write(EventLog log, Head end, OutputStream out, ProgressLine progress) throws IOException {
        var writer = new JournalWriter(after);
        Iterator<Commit> commits = log.read(after)
                .takeWhile(commit -> commit.last() <= end.position())
                .toIterable(COMMITS_AHEAD)
                .iterator();
        long reached = after;
        while (commits.hasNext()) {
            Commit commit = commits.next();
            out.write(writer.lines(commit));
            reached = commit.last();
            progress.reached(reached, end.position());
        }
        progress.end();
        if (reached != end.position()) {
            throw new IllegalStateException(
                    "The log says that it ends at position %d, but ends at %d; `verify` says more".formatted(
                            end.position(), reached));
        }
    }
}
