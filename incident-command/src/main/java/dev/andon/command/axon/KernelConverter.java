package dev.andon.command.axon;

import dev.andon.kernel.event.Event;
import dev.andon.kernel.json.EventCodec;
import java.lang.reflect.Type;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.conversion.Converter;
import org.jspecify.annotations.Nullable;

/** Writes events as bytes in the language's own JSON. Reading needs the stored name and version: see {@link StoredEvents}. */
final class KernelConverter implements Converter {

    private final EventCodec codec = new EventCodec();

    @Override
    public boolean canConvert(Type sourceType, Type targetType) {
        return sourceType.equals(targetType)
                || targetType == byte[].class
                        && sourceType instanceof Class<?> source
                        && Event.class.isAssignableFrom(source);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // Axon's signature
    public <T> @Nullable T convert(@Nullable Object input, Type targetType) {
        if (input == null || targetType instanceof Class<?> target && target.isInstance(input)) {
            return (T) input;
        }
        if (input instanceof Event event && targetType == byte[].class) {
            return (T) codec.write(event);
        }
        throw new IllegalArgumentException("Cannot convert %s to %s".formatted(input.getClass(), targetType));
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeProperty("codec", codec.getClass().getName());
    }
}
