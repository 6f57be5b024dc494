package dev.andon.command;

import dev.andon.access.PresentedKey;
import dev.andon.command.dispatch.CommandDispatcher;
import dev.andon.command.dispatch.Submission;
import dev.andon.kernel.AccessRole;
import dev.andon.kernel.Actor;
import dev.andon.kernel.ApiKeyId;
import dev.andon.kernel.SecretDigest;
import dev.andon.kernel.command.CreateApiKey;
import dev.andon.kernel.event.ApiKeyCreated;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;

/**
 * {@code create-admin-key}: the first way in, and the way back in when the last key is lost. Whoever can write to the log
 * needs no leave to write to the log, so this asks for none; it opens no port, and prints the key once, to its own standard
 * output: an argument would be in the list of processes, and a logged one in every copy of the log file.
 */
public final class AdminKey {

    private static final String ARGUMENT = "create-admin-key";
    private static final Map<String, String> QUIET = Map.of(
            "--logging.level.root=", "error", "--logging.level.dev.andon=", "error");
    private static final Actor CONSOLE = new Actor("console", null);

    private AdminKey() {}

    /** Whether this is what the program was started for. */
    public static boolean isWanted(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(ARGUMENT);
    }

    /** Creates the key in the log that the application would use. */
    public static void create(SpringApplication application, String... arguments) {
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        try (var context = application.run(quietly(arguments))) {
            System.out.println(create(context.getBean(CommandDispatcher.class)).text());
        }
    }

    /** Whatever else is on the output would be taken for a part of the key; only what keeps it from being made is worth that. */
    private static String[] quietly(String... arguments) {
        List<String> given = List.of(arguments).subList(1, arguments.length);
        return Stream.concat(
                given.stream(),
                QUIET.entrySet().stream()
                        .filter(logger -> given.stream().noneMatch(argument -> argument.startsWith(logger.getKey())))
                        .map(logger -> logger.getKey() + logger.getValue()))
                .toArray(String[]::new);
    }

    private static PresentedKey create(CommandDispatcher dispatcher) {
        String secret = PresentedKey.newSecret();
        var recorded = dispatcher
                .dispatch(new Submission(
                        identifiers -> new CreateApiKey(
                                identifiers.next(ApiKeyId.class), SecretDigest.of(secret), "admin",
                                List.of(AccessRole.ADMIN), null),
                        CONSOLE, "CONSOLE", null, null, null, Map.of()));
        return new PresentedKey(((ApiKeyCreated) recorded.events().getFirst()).apiKeyId(), secret);
    }
}
