package dev.andon.query.timeline;

import dev.andon.kernel.json.AndonJson;
import dev.andon.kernel.json.EventCodec;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An entry around its event's own JSON. Reads like what the mapper writes, and is the same bytes if the event was recorded by
 * today's program; to encode all of it again took as long as to decode it.
 */
final class EntryJson {

    private static final int AROUND_EVENT = 256;

    private EntryJson() {}

    static byte[] of(Entry entry, byte[] event) {
        if (!isObject(event)) {
            return AndonJson.mapper().writeValueAsBytes(entry);
        }
        var before = new StringBuilder(AROUND_EVENT)
                .append("{\"position\":").append(entry.position())
                .append(",\"recordedAt\":\"").append(entry.recordedAt()).append("\",\"metadata\":{");
        entry.metadata().forEach((name, value) -> {
            append(name, before);
            before.append(':');
            append(value, before);
            before.append(',');
        });
        if (!entry.metadata().isEmpty()) {
            before.setLength(before.length() - 1);
        }
        byte[] head = before.append("},\"event\":").toString().getBytes(StandardCharsets.UTF_8);
        byte[] tail = (",\"type\":\"" + EventCodec.nameOf(entry.event().getClass()) + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        byte[] json = Arrays.copyOf(head, head.length + event.length + tail.length);
        System.arraycopy(event, 0, json, head.length, event.length);
        System.arraycopy(tail, 0, json, head.length + event.length, tail.length);
        return json;
    }

    /** What is in another encoding, or behind a mark of the byte order, can be read but not put into the middle. */
    private static boolean isObject(byte[] json) {
        return json.length > 1 && json[0] == '{' && json[json.length - 1] == '}';
    }

    private static void append(String text, StringBuilder json) {
        if (isPlain(text)) {
            json.append('"').append(text).append('"');
        } else {
            json.append(AndonJson.mapper().writeValueAsString(text));
        }
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter < ' ' || letter > '~' || letter == '"' || letter == '\\') {
                return false;
            }
        }
        return true;
    }
}
