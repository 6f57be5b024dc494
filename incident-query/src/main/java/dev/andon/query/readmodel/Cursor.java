package dev.andon.query.readmodel;

import dev.andon.kernel.json.AndonJson;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The place of one document in an order: the value it is sorted by (empty where the key alone sorts) and its key. It stays
 * valid when documents come and go, because it counts nothing.
 */
public record Cursor(String value, DocumentKey key) {

    private static final String NO_CURSOR = "is not a cursor that an earlier answer gave";

    /** Opaque text for callers, to be handed back as it is. */
    public String encode() {
        byte[] json = AndonJson.mapper().writeValueAsBytes(new String[]{value, key.group(), key.id()});
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    }

    /** Throws {@link IllegalArgumentException} if no cursor was ever encoded like this. */
    public static Cursor decode(String text) {
        try {
            byte[] json = Base64.getUrlDecoder().decode(text);
            @Nullable
            String @Nullable [] parts = AndonJson.mapper().readValue(json, String[].class);
            if (parts != null && parts.length == 3) {
                return new Cursor(Objects.requireNonNull(parts[0]),
                        new DocumentKey(Objects.requireNonNull(parts[1]), Objects.requireNonNull(parts[2])));
            }
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new IllegalArgumentException(NO_CURSOR, e);
        }
        throw new IllegalArgumentException(NO_CURSOR);
    }
}
