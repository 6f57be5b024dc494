package dev.andon.eventstore;

import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 digest. */
public final class Hash {

    static final int BYTES = 32;

    /** Stands before the first commit. */
    public static final Hash ORIGIN = new Hash(new byte[BYTES]);

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** In lower-case hexadecimal. */
    public Hash(String hex) {
        this(HexFormat.of().parseHex(hex));
    }

    public static Hash of(byte[] digest) {
        return new Hash(digest.clone());
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** In lower-case hexadecimal. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
