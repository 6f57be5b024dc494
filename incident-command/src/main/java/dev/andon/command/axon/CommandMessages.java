package dev.andon.command.axon;

import dev.andon.kernel.EventMetadata;
import dev.andon.kernel.command.Command;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.core.GenericMessage;

/** Makes of a command what Axon sends. */
public final class CommandMessages {

    private CommandMessages() {}

    /**
     * @param metadata by the names in {@link CommandMetadata} and {@link EventMetadata}; to it is added that the command is
     *     the cause of what comes of it
     */
    public static CommandMessage of(Command command, Map<String, String> metadata) {
        String id = MessageIds.next();
        metadata.put(EventMetadata.CAUSATION_ID, id);
        return new GenericCommandMessage(
                new GenericMessage(id, KernelMessageTypes.ofCommand(command.getClass()), command, metadata));
    }

    /** What the events that come of a command keep of its metadata: mostly all, and then it is not copied for each. */
    static Map<String, String> keptOf(CommandMessage message) {
        Map<String, String> metadata = message.metadata();
        if (message.identifier().equals(metadata.get(EventMetadata.CAUSATION_ID))
                && Collections.disjoint(metadata.keySet(), CommandMetadata.NOT_KEPT)) {
            return metadata;
        }
        var kept = new HashMap<>(metadata);
        CommandMetadata.NOT_KEPT.forEach(kept::remove);
        kept.put(EventMetadata.CAUSATION_ID, message.identifier());
        return kept;
    }
}
