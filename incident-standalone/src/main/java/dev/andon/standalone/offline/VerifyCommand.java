package dev.andon.standalone.offline;

import dev.andon.eventstore.Bookmark;
import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.LogVerifier;
import dev.andon.eventstore.Verification;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine;

/**
 * Verifies a log and says so by its exit code, which is 0 only if every check held: a script that took "could not look"
 * for "sound" would report a store that is gone as one in good health.
 */
@Command(name = VerifyCommand.NAME, sortOptions = false, description = "Checks every commit of a log, from the first to the last, without changing anything. The server may be running.", footer = {
    "",
    "Keep the head it prints in another place. Whoever can write to the store can replace all of its history by another with fitting hashes; --head tells the two apart.",
    "",
    "To keep a password off the command line, put the options into a file: verify @<file>",
    "",
    "Exit code: 0 if the log is sound, 1 if it is at fault, 2 if it could not be checked."
})
final class VerifyCommand implements Callable<Integer> {

    static final String NAME = "verify";

    static final int SOUND = 0;
    static final int AT_FAULT = 1;
    static final int NOT_CHECKED = 2;

    @ArgGroup(multiplicity = "1")
    private Store store = new Store();

    @Option(names = "--head", paramLabel = "<position>@<hash>", converter = BookmarkConverter.class, description = "A head that was noted earlier: also checks that the log still contains it.")
    private @Nullable Bookmark knownHead;

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", description = "How to print the result. Progress goes to standard error.")
    private ReportFormat format = ReportFormat.text;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Prints this.")
    private boolean help;

    @Spec
    private @Nullable CommandSpec spec;

    static CommandLine commandLine() {
        return OfflineCommands.commandLine(new VerifyCommand(), NAME, "Not verified.", NOT_CHECKED);
    }

    @Override
    public Integer call() {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        PrintWriter out = spec.commandLine().getOut();
        ProgressLine progress = ProgressLine.on(err);
        try (EventLog log = store.openToRead()) {
            LogVerifier verifier = LogVerifier.of(log).reportingTo(progress);
            if (knownHead != null) {
                verifier = verifier.containing(knownHead);
            }
            Verification verification = Objects
                    .requireNonNull(verifier.verify().doFinally(_ -> progress.end()).block());
            format.print(new Report(verification, knownHead != null), out);
            return verification.isSound() ? SOUND : AT_FAULT;
        }
    }

    static final class BookmarkConverter implements CommandLine.ITypeConverter<Bookmark> {
        @Override
        public Bookmark convert(String value) {
            try {
                return Bookmark.parse(value);
            } catch (IllegalArgumentException malformed) {
                throw new CommandLine.TypeConversionException(malformed.getMessage());
            }
        }
    }
}
