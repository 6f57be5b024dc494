package dev.andon.command.http;

import dev.andon.kernel.Identifier;
import jakarta.validation.constraints.Size;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record's components, looked up once. Reflection makes them anew whenever it is asked, annotations and all; asked for each
 * field of each command, it took a tenth of the time that a command takes.
 */
final class RecordShape {

    /** What is left out is empty, if there is such a thing. */
    private static final Map<Class<?>, Object> EMPTY = Map.of(List.class, List.of(), Map.class, Map.of());

    private static final ClassValue<RecordShape> KNOWN = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return new RecordShape(type);
        }
    };

    private final Class<?> type;
    private final Constructor<?> constructor;
    private final List<Part> parts;
    private final List<Part> identifying;
    private final List<String> names;
    private final List<? extends Class<?>> types;

    private RecordShape(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        this.type = type;
        this.constructor = canonicalConstructor(type, components);
        this.parts = Arrays.stream(components).map(Part::of).toList();
        this.identifying = parts.stream().filter(Part::identifies).toList();
        this.names = parts.stream().map(Part::name).toList();
        this.types = parts.stream().map(Part::type).toList();
    }

    /**
     * One component.
     *
     * @param optional whether it may be left out
     * @param empty what it is then
     */
    record Part(
            String name, Class<?> type, Type genericType, boolean optional, @Nullable Object empty, Method accessor) {

        private static Part of(RecordComponent component) {
            return new Part(
                    component.getName(), component.getType(), component.getGenericType(), isOptional(component),
                    EMPTY.get(component.getType()), component.getAccessor());
        }

        private boolean identifies() {
            return Identifier.class.isAssignableFrom(type) && name.endsWith("Id");
        }

        private static boolean isOptional(RecordComponent component) {
            if (EMPTY.containsKey(component.getType())) {
                Size size = component.getAccessor().getAnnotation(Size.class);
                return size == null || size.min() == 0;
            }
            return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        }

        @Nullable
        Object of(Object instance) {
            try {
                return accessor.invoke(instance);
            } catch (ReflectiveOperationException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    static RecordShape of(Class<?> type) {
        return Objects.requireNonNull(KNOWN.get(type));
    }

    Class<?> type() {
        return type;
    }

    List<Part> parts() {
        return parts;
    }

    /** Those that name a thing by its identifier. */
    List<Part> identifying() {
        return identifying;
    }

    /** Where the component of this name is; -1 if there is none. */
    int indexOf(String name) {
        return names.indexOf(name);
    }

    /** Where the first component of this very type is; -1 if there is none. */
    int indexOf(Class<?> componentType) {
        return types.indexOf(componentType);
    }

    /** What the component of this name is in a record of this shape; null if there is none. */
    @Nullable
    Object valueOf(String name, Object instance) {
        int index = indexOf(name);
        return index < 0 ? null : parts.get(index).of(instance);
    }

    /** @throws InvocationTargetException if the record refuses them */
    Object make(@Nullable Object[] values) throws InvocationTargetException {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            throw refused;
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Constructor<?> canonicalConstructor(Class<?> type, RecordComponent... components) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
