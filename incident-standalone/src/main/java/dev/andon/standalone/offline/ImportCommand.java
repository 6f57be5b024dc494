package dev.andon.standalone.offline;

import dev.andon.eventstore.EventLog;
import dev.andon.query.audit.JournalFault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine;

/** Makes a log of a journal, and says so by its exit code. */
@Command(name = ImportCommand.NAME, sortOptions = false, description = "Makes a log of the journal that export-journal or GET /api/v1/audit/journal wrote: the same log, to the byte. The store must be empty, or hold the beginning of the same log; then the rest is added. No server may be writing to it.", footer = {
    "",
    "Every commit is checked before it is stored. Afterwards, compare the head with the one that the export ended with, and run verify.",
    "",
    "To keep a password off the command line, put the options into a file: import-journal @<file>",
    "",
    "Exit code: 0 if the whole journal is in the store, 1 if something is wrong with the journal or it does not belong to what is in the store, 2 if it could not be imported for another reason. What was imported before stays, and importing again goes on behind it."
})
final class ImportCommand implements Callable<Integer> {

    static final String NAME = "import-journal";

    static final int IMPORTED = 0;
    static final int AT_FAULT = 1;
    static final int NOT_IMPORTED = 2;

    @ArgGroup(multiplicity = "1")
    private Store store = new Store();

    @Option(names = "--standalone-allowed", description = "For development only: also into a MongoDB server that is not a replica set.")
    private boolean standaloneAllowed;

    @Parameters(arity = "0..1", paramLabel = "<file>", description = "The journal; without it, standard input.")
    private @Nullable Path file;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Prints this.")
    private boolean help;

    @Spec
    private @Nullable CommandSpec spec;

    static CommandLine commandLine() {
        return OfflineCommands.commandLine(new ImportCommand(), NAME, "Not imported.", NOT_IMPORTED);
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        PrintWriter out = spec.commandLine().getOut();
        ProgressLine progress = ProgressLine.on(err);
        try (InputStream journal = file == null ? System.in : Files.newInputStream(file);
                var lines = new BufferedReader(new InputStreamReader(journal, StandardCharsets.UTF_8));
                EventLog log = store.openToWrite(standaloneAllowed)) {
            var imported = new JournalImport(log, progress);
            try {
                imported.all(lines);
                return IMPORTED;
            } catch (JournalFault | ForeignJournalException fault) {
                err.println(fault.getMessage());
                return AT_FAULT;
            } finally {
                progress.end();
                out.println(imported.summary());
                out.flush();
            }
        }
    }
}
