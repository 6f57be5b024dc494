package dev.andon.kernel.json;

import dev.andon.kernel.event.Event;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events to bytes and back. An event is stored under its record's simple name and a version; nothing else may name it, so
 * that moving a record between packages changes no stored byte.
 */
public final class EventCodec {

    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,8}");

    private static final Map<String, Class<? extends Event>> TYPES = types();

    private final JsonMapper json = AndonJson.mapper();
    private final Upcasters upcasters;

    public EventCodec() {
        this(Upcasters.released());
    }

    /** For events that have another history than the released one. */
    public EventCodec(Upcasters upcasters) {
        this.upcasters = upcasters;
    }

    /** The names of all events, in the order of the language. */
    public static Set<String> names() {
        return TYPES.keySet();
    }

    public static String nameOf(Class<? extends Event> type) {
        return type.getSimpleName();
    }

    public static String versionOf(Class<? extends Event> type) {
        return Integer.toString(Upcasters.released().currentVersionOf(nameOf(type)));
    }

    public byte[] write(Event event) {
        return json.writeValueAsBytes(event);
    }

    /** Whether what is stored in this version is read as it is. */
    public boolean isCurrent(String name, String version) {
        return version.equals(Integer.toString(upcasters.currentVersionOf(name)));
    }

    /** An event that was stored in an earlier version comes back as if it had been stored in the current one. */
    public Event read(String name, String version, byte[] payload) {
        Class<? extends Event> type = TYPES.get(name);
        if (type == null || !VERSION.matcher(version).matches()) {
            throw new UnknownEventException(name, version);
        }
        int stored = Integer.parseInt(version);
        int current = upcasters.currentVersionOf(name);
        if (stored > current) {
            throw new UnknownEventException(name, version);
        }
        return isCurrent(name, version)
                ? json.readValue(payload, type)
                : json.treeToValue(upcasters.upcast(name, stored, (ObjectNode) json.readTree(payload)), type);
    }

    private static Map<String, Class<? extends Event>> types() {
        var types = new LinkedHashMap<String, Class<? extends Event>>();
        leaves(Event.class).forEach(type -> types.put(nameOf(type), type));
        return types;
    }

    private static Stream<Class<? extends Event>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(EventCodec::leaves)
                : Stream.of(type.asSubclass(Event.class));
    }
}
