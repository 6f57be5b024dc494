package dev.andon.command.axon;

import dev.andon.kernel.command.Command;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.json.EventCodec;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.core.QualifiedName;

/** Names messages as the language does, never by Java class: a moved record keeps its stored name. */
final class KernelMessageTypes implements MessageTypeResolver {

    private static final String COMMAND_VERSION = "1";

    private static final ClassValue<MessageType> OF_EVENTS = new ClassValue<>() {
        @Override
        protected MessageType computeValue(Class<?> type) {
            Class<? extends Event> event = type.asSubclass(Event.class);
            return new MessageType(new QualifiedName(EventCodec.nameOf(event)), EventCodec.versionOf(event));
        }
    };

    private static final ClassValue<MessageType> OF_COMMANDS = new ClassValue<>() {
        @Override
        protected MessageType computeValue(Class<?> type) {
            return new MessageType(new QualifiedName(type.getSimpleName()), COMMAND_VERSION);
        }
    };

    @Override
    public Optional<MessageType> resolve(Class<?> payloadType) {
        if (Event.class.isAssignableFrom(payloadType)) {
            return Optional.of(ofEvent(payloadType.asSubclass(Event.class)));
        }
        return Command.class.isAssignableFrom(payloadType)
                ? Optional.of(ofCommand(payloadType.asSubclass(Command.class)))
                : Optional.of(new MessageType(payloadType));
    }

    static MessageType ofEvent(Class<? extends Event> type) {
        return Objects.requireNonNull(OF_EVENTS.get(type));
    }

    static MessageType ofCommand(Class<? extends Command> type) {
        return Objects.requireNonNull(OF_COMMANDS.get(type));
    }
}
