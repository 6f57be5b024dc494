package dev.andon.command.axon;

import dev.andon.kernel.command.Command;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.json.EventCodec;
import java.util.Optional;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.core.QualifiedName;

/** Names messages as the language does, never by Java class: a moved record keeps its stored name. */
final class KernelMessageTypes implements MessageTypeResolver {

    static final String COMMAND_VERSION = "1";

    @Override
    public Optional<MessageType> resolve(Class<?> payloadType) {
        if (Event.class.isAssignableFrom(payloadType)) {
            return Optional.of(ofEvent(payloadType.asSubclass(Event.class)));
        }
        return Command.class.isAssignableFrom(payloadType)
                ? Optional.of(new MessageType(ofCommand(payloadType.asSubclass(Command.class)), COMMAND_VERSION))
                : Optional.of(new MessageType(payloadType));
    }

    static MessageType ofEvent(Class<? extends Event> type) {
        return new MessageType(new QualifiedName(EventCodec.nameOf(type)), EventCodec.versionOf(type));
    }

    static QualifiedName ofCommand(Class<? extends Command> type) {
        return new QualifiedName(type.getSimpleName());
    }
}
