package dev.andon.command.axon;

import dev.andon.kernel.command.Command;
import java.util.Map;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.core.GenericMessage;

/** Makes of a command what Axon sends. */
public final class CommandMessages {

    private CommandMessages() {}

    /** @param metadata by the names in {@link CommandMetadata} and {@link dev.andon.kernel.EventMetadata} */
    public static CommandMessage of(Command command, Map<String, String> metadata) {
        return new GenericCommandMessage(new GenericMessage(
                MessageIds.next(), KernelMessageTypes.ofCommand(command.getClass()), command, metadata));
    }
}
