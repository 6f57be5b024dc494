package dev.andon.standalone.offline;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** What can stand first on the command line, instead of the options of a server. */
public final class OfflineCommands {

    private static final Map<String, Supplier<CommandLine>> COMMANDS = Map.of(
            VerifyCommand.NAME, VerifyCommand::commandLine,
            ExportCommand.NAME, ExportCommand::commandLine,
            ImportCommand.NAME, ImportCommand::commandLine);

    private OfflineCommands() {}

    public static boolean isNamedBy(String... arguments) {
        return arguments.length > 0 && COMMANDS.containsKey(arguments[0]);
    }

    /** Returns the exit code. Only if {@link #isNamedBy}. */
    public static int run(String... arguments) {
        // standard output is for what was asked for
        System.setProperty("logback.configurationFile", "logback-offline.xml");
        return Objects.requireNonNull(COMMANDS.get(arguments[0])).get()
                .execute(Stream.of(arguments).skip(1).toArray(String[]::new));
    }

    /** @param notDone what to say before the reason, when it could not be done at all */
    static CommandLine commandLine(Callable<Integer> command, String name, String notDone, int exitCode) {
        CommandLine line = new CommandLine(command);
        line.setParameterExceptionHandler((wrong, _) -> {
            line.getErr().println(Secrets.hiddenIn(wrong.getMessage()));
            line.getErr().println("Try: %s --help".formatted(name));
            return exitCode;
        });
        line.setExecutionExceptionHandler((failure, _, _) -> {
            line.getErr().println(notDone + " " + Secrets.hiddenIn(reasonOf(failure)));
            return exitCode;
        });
        return line;
    }

    /** Of some failures the message is nothing but a path. */
    private static @Nullable String reasonOf(Exception failure) {
        return switch (failure) {
            case NoSuchFileException missing -> "There is no file " + missing.getMessage();
            case FileAlreadyExistsException there -> "There is a file %s already".formatted(there.getMessage());
            default -> failure.getMessage();
        };
    }
}
