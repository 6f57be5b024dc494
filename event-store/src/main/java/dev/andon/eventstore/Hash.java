package dev.andon.eventstore;

import java.util.HexFormat;

/** A SHA-256 digest in lower-case hexadecimal. */
public record Hash(String hex) {

    static final int BYTES = 32;

    /** Stands before the first commit. */
    public static final Hash ORIGIN = new Hash("0".repeat(2 * BYTES));

    public static Hash of(byte[] digest) {
        return new Hash(HexFormat.of().formatHex(digest));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
