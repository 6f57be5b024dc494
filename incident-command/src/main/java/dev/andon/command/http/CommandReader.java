package dev.andon.command.http;

import dev.andon.kernel.ProblemDetails;
import dev.andon.kernel.SecretDigest;
import dev.andon.kernel.command.Command;
import jakarta.validation.constraints.Size;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a command out of a path and a body, by looking at the record's components. Everything that is wrong is reported at
 * once: somebody who fixes a bot in the middle of an incident should not have to send it five times.
 */
final class CommandReader {

    /** What is left out is empty, if there is such a thing. */
    private static final Map<Class<?>, Object> EMPTY = Map.of(List.class, List.of(), Map.class, Map.of());

    private final Constraints constraints;

    CommandReader(Constraints constraints) {
        this.constraints = constraints;
    }

    /** @param body an object */
    CommandDraft read(CommandRoutes.Match match, JsonNode body) {
        var reading = new Reading();
        CommandRoute route = match.route();
        Class<? extends Command> type = route.command();
        var given = new HashMap<String, Object>(match.variables());
        @Nullable
        Object[] values = reading.components(type, body, "", given, drawnFor(route));
        if (reading.bad.count() > 0) {
            throw new MalformedRequest(ProblemDetails.invalid(reading.bad.list()));
        }
        return CommandDraft.of(canonicalConstructor(type), values, route.drawn(), reading.offsets);
    }

    /** What is drawn, and so not to be sent: the identifiers of what is created, and a secret. */
    private static Set<String> drawnFor(CommandRoute route) {
        return Stream.concat(
                route.drawn().stream(),
                Arrays.stream(route.command().getRecordComponents())
                        .filter(component -> component.getType() == SecretDigest.class)
                        .map(RecordComponent::getName))
                .collect(Collectors.toSet());
    }

    private static <T> Constructor<T> canonicalConstructor(Class<T> type) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class[]::new));
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** One body being read. */
    private final class Reading {

        private final BadFields bad = new BadFields();
        private final Map<String, String> offsets = new HashMap<>();
        private final Values values = new Values(bad, offsets, this::record);

        /**
         * @param given components that come from elsewhere than the body, as text
         * @param later components that are filled in afterwards
         */
        @Nullable
        Object[] components(
                Class<?> type, JsonNode object, String pointer, Map<String, Object> given, Set<String> later) {
            RecordComponent[] components = type.getRecordComponents();
            @Nullable
            Object[] read = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                String name = components[i].getName();
                if (given.get(name) instanceof String text) {
                    read[i] = values.fromPath(components[i].getType(), text, name);
                } else if (!later.contains(name)) {
                    read[i] = component(type, components[i], object.get(name), pointer + "/" + name);
                }
            }
            Set<String> known = Arrays.stream(components)
                    .map(RecordComponent::getName)
                    .filter(name -> !given.containsKey(name) && !later.contains(name))
                    .collect(Collectors.toSet());
            refuseUnknown(object, known, pointer);
            return read;
        }

        private @Nullable Object component(
                Class<?> type, RecordComponent component, @Nullable JsonNode node, String pointer) {
            if (node == null) {
                if (!isOptional(component)) {
                    bad.add(pointer, "is required");
                }
                return EMPTY.get(component.getType());
            }
            if (node.isNull()) {
                bad.add(pointer, "must not be null; leave it out if there is nothing to say");
                return null;
            }
            int before = bad.count();
            Object value = values.fromJson(component.getGenericType(), node, pointer);
            if (value != null && bad.count() == before) {
                constraints.check(type, component.getName(), value, pointer, bad);
            }
            return value;
        }

        private @Nullable Object record(Class<?> type, JsonNode node, String pointer) {
            if (!node.isObject()) {
                bad.add(pointer, "must be an object");
                return null;
            }
            int before = bad.count();
            @Nullable
            Object[] read = components(type, node, pointer, Map.of(), Set.of());
            if (bad.count() > before) {
                return null;
            }
            try {
                return canonicalConstructor(type).newInstance(read);
            } catch (InvocationTargetException failure) {
                bad.add(pointer, String.valueOf(failure.getTargetException().getMessage()));
                return null;
            } catch (ReflectiveOperationException failure) {
                throw new IllegalStateException(failure);
            }
        }

        private void refuseUnknown(JsonNode object, Set<String> known, String pointer) {
            for (String name : object.propertyNames()) {
                if (!known.contains(name)) {
                    bad.add(pointer + "/" + Names.pointer(name), () -> Names.unknown(name, known));
                }
            }
        }
    }

    private static boolean isOptional(RecordComponent component) {
        if (EMPTY.containsKey(component.getType())) {
            Size size = component.getAccessor().getAnnotation(Size.class);
            return size == null || size.min() == 0;
        }
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
