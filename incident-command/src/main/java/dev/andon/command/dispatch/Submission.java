package dev.andon.command.dispatch;

import dev.andon.command.axon.CommandMetadata;
import dev.andon.command.axon.ExpectedVersion;
import dev.andon.kernel.Actor;
import dev.andon.kernel.EventMetadata;
import dev.andon.kernel.command.Command;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A command on its way to being decided.
 *
 * @param command makes the command; asked again with other new identifiers if one was taken
 * @param channel what it came through
 * @param idempotency what makes a repetition recognisable, if the caller cares
 * @param expected what the incident's version must be, if the caller depends on it
 * @param now when something happened if the command does not say; the clock's time if null
 * @param metadata what else its events keep
 */
public record Submission(
        Function<NewIdentifiers, Command> command,
        Actor actor,
        String channel,
        @Nullable Idempotency idempotency,
        @Nullable ExpectedVersion expected,
        @Nullable Instant now,
        Map<String, String> metadata) {

    /**
     * Two submissions with the same command id are the same command, and must then have the same digest.
     *
     * @param digest of everything the caller sent
     */
    public record Idempotency(String commandId, String digest) {}

    /** All of it that travels beside the command; whoever asks may add to it. */
    Map<String, String> commandMetadata() {
        var travelling = new HashMap<>(metadata);
        travelling.putAll(EventMetadata.of(actor));
        travelling.put(EventMetadata.CHANNEL, channel);
        if (expected != null) {
            travelling.put(CommandMetadata.EXPECTED_VERSION, expected.toString());
        }
        if (now != null) {
            travelling.put(CommandMetadata.NOW, now.toString());
        }
        if (idempotency != null) {
            travelling.put(CommandMetadata.COMMAND_ID, idempotency.commandId());
            travelling.put(EventMetadata.REQUEST_DIGEST, idempotency.digest());
        }
        return travelling;
    }
}
