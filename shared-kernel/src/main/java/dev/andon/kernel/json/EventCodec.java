package dev.andon.kernel.json;

import dev.andon.kernel.event.Event;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events to bytes and back. An event is stored under its record's simple name and a version; nothing else may name it, so
 * that moving a record between packages changes no stored byte.
 */
public final class EventCodec {

    /** Every event is in its first version; the first breaking change brings upcasters and a version of its own. */
    private static final String FIRST_VERSION = "1";

    private static final Map<String, Class<? extends Event>> TYPES = types();

    private final JsonMapper json = AndonJson.mapper();

    /** The names of all events, in the order of the language. */
    public static Set<String> names() {
        return TYPES.keySet();
    }

    public static String nameOf(Class<? extends Event> type) {
        return type.getSimpleName();
    }

    public static String versionOf(Class<? extends Event> type) {
        return FIRST_VERSION;
    }

    public byte[] write(Event event) {
        return json.writeValueAsBytes(event);
    }

    public Event read(String name, String version, byte[] payload) {
        Class<? extends Event> type = TYPES.get(name);
        if (type == null || !version.equals(FIRST_VERSION)) {
            throw new UnknownEventException(name, version);
        }
        return json.readValue(payload, type);
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
