package dev.andon.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What is kept of a secret. A secret itself is in no event: a log is copied, backed up and read by auditors, and each of
 * them could then act as whoever the secret belongs to. A plain digest is enough only because the secrets are drawn from
 * 2^256; of a password it could be guessed.
 *
 * @param sha256 in hexadecimal
 * @param lastCharacters by which a person tells one from another
 */
public record SecretDigest(String sha256, String lastCharacters) {

    private static final int SHOWN = 4;

    public static SecretDigest of(String secret) {
        return new SecretDigest(HexFormat.of().formatHex(digest(secret)), secret.substring(secret.length() - SHOWN));
    }

    /** Takes as long for a secret that is almost right as for any other. */
    public boolean isOf(String secret) {
        return MessageDigest.isEqual(HexFormat.of().parseHex(sha256), digest(secret));
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
