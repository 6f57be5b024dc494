package dev.andon.command.http;

import dev.andon.kernel.ProblemDetails;
import dev.andon.kernel.SecretDigest;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private static final Map<CommandRoute, Later> LATER = CommandRoutes.ALL.stream()
            .collect(Collectors.toUnmodifiableMap(route -> route, Later::of));

    private final Constraints constraints;

    CommandReader(Constraints constraints) {
        this.constraints = constraints;
    }

    /** @param body an object */
    CommandDraft read(CommandRoutes.Match match, JsonNode body) {
        var reading = new Reading();
        CommandRoute route = match.route();
        RecordShape shape = RecordShape.of(route.command());
        Later later = Objects.requireNonNull(LATER.get(route));
        @Nullable
        Object[] values = reading.components(
                shape, body, "", match.variables(), later.components());
        if (reading.bad.count() > 0) {
            throw new MalformedRequest(ProblemDetails.invalid(reading.bad.list()));
        }
        return CommandDraft.of(shape, values, later.drawn(), reading.offsets);
    }

    /**
     * What is filled in later, and so not to be sent.
     *
     * @param drawn the identifiers of what is created
     * @param components those, and a secret
     */
    private record Later(List<String> drawn, Set<String> components) {

        private static Later of(CommandRoute route) {
            List<String> drawn = route.drawn();
            return new Later(drawn, Stream.concat(
                    drawn.stream(),
                    RecordShape.of(route.command()).parts().stream()
                            .filter(part -> part.type() == SecretDigest.class)
                            .map(RecordShape.Part::name))
                    .collect(Collectors.toUnmodifiableSet()));
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
                RecordShape shape, JsonNode object, String pointer, Map<String, String> given, Set<String> later) {
            List<RecordShape.Part> parts = shape.parts();
            @Nullable
            Object[] read = new Object[parts.size()];
            int known = 0;
            for (int i = 0; i < read.length; i++) {
                RecordShape.Part part = parts.get(i);
                String text = given.get(part.name());
                if (text != null) {
                    read[i] = values.fromPath(part.type(), text, part.name());
                } else if (!later.contains(part.name())) {
                    JsonNode node = object.get(part.name());
                    known += node == null ? 0 : 1;
                    read[i] = node == null
                            ? absent(part, pointer)
                            : component(shape.type(), part, node, pointer + "/" + part.name());
                }
            }
            if (known < object.size()) {
                refuseUnknown(object, shape, given, later, pointer);
            }
            return read;
        }

        private @Nullable Object absent(RecordShape.Part part, String pointer) {
            if (!part.optional()) {
                bad.add(pointer + "/" + part.name(), "is required");
            }
            return part.empty();
        }

        private @Nullable Object component(Class<?> type, RecordShape.Part part, JsonNode node, String pointer) {
            if (node.isNull()) {
                bad.add(pointer, "must not be null; leave it out if there is nothing to say");
                return null;
            }
            int before = bad.count();
            Object value = values.fromJson(part.genericType(), node, pointer);
            if (value != null && bad.count() == before) {
                constraints.check(type, part.name(), value, pointer, bad);
            }
            return value;
        }

        private @Nullable Object record(Class<?> type, JsonNode node, String pointer) {
            if (!node.isObject()) {
                bad.add(pointer, "must be an object");
                return null;
            }
            int before = bad.count();
            RecordShape shape = RecordShape.of(type);
            @Nullable
            Object[] read = components(shape, node, pointer, Map.of(), Set.of());
            if (bad.count() > before) {
                return null;
            }
            try {
                return shape.make(read);
            } catch (InvocationTargetException refused) {
                bad.add(pointer, String.valueOf(refused.getTargetException().getMessage()));
                return null;
            }
        }

        private void refuseUnknown(
                JsonNode object, RecordShape shape, Map<String, String> given, Set<String> later, String pointer) {
            var known = new HashSet<String>();
            shape.parts().forEach(part -> known.add(part.name()));
            known.removeAll(given.keySet());
            known.removeAll(later);
            for (String name : object.propertyNames()) {
                if (!known.contains(name)) {
                    bad.add(pointer + "/" + Names.pointer(name), () -> Names.unknown(name, known));
                }
            }
        }
    }
}
