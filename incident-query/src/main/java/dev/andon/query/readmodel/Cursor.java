package dev.andon.query.readmodel;

import dev.andon.kernel.json.AndonJson;
import java.util.Base64;
import tools.jackson.core.JacksonException;

/**
 * The place of one document in an order: the value it is sorted by (empty where the key alone sorts) and its key. It stays
 * valid when documents come and go, because it counts nothing.
 */
public record Cursor(String value, DocumentKey key) {

    /** Opaque text for callers, to be handed back as it is. */
    public String encode() {
        byte[] json = AndonJson.mapper().writeValueAsBytes(new String[]{value, key.group(), key.id()});
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    }

    /** Throws {@link IllegalArgumentException} if no cursor was ever encoded like this. */
    public static Cursor decode(String text) {
        try {
            byte[] json = Base64.getUrlDecoder().decode(text);
            String[] parts = AndonJson.mapper().readValue(json, String[].class);
            if (parts.length == 3 && parts[0] != null && parts[1] != null && parts[2] != null) {
                return new Cursor(parts[0], new DocumentKey(parts[1], parts[2]));
            }
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IllegalArgumentException("is not a cursor that an earlier answer gave", e);
        }
        throw new IllegalArgumentException("is not a cursor that an earlier answer gave");
    }
}
