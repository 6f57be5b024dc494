package dev.andon.access;

import dev.andon.kernel.ApiKeyId;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An API key as its bot sends it: {@code andon_5T8N_} and 64 hexadecimal digits. The prefix is what secret scanners find a
 * leaked one by, and the identifier what it can be revoked by without knowing the rest.
 */
public record PresentedKey(ApiKeyId id, String secret) {

    static final String PREFIX = "andon_";

    private static final Pattern SHAPE = Pattern.compile("andon_([0-9A-HJKMNP-TV-Z]{4})_([0-9a-f]{64})");
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Optional<PresentedKey> parse(String token) {
        Matcher matcher = SHAPE.matcher(token);
        return matcher.matches()
                ? Optional.of(new PresentedKey(new ApiKeyId("KEY-" + matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    /** Nobody guesses it, so nothing has to slow down who tries. */
    public static String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** What the bot is to be given. */
    public String text() {
        return PREFIX + id.value().substring("KEY-".length()) + "_" + secret;
    }

    /** Without the secret, for it ends up wherever something is printed. */
    @Override
    public String toString() {
        return id.toString();
    }
}
