package dev.andon.eventstore;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Never misses an id that was there before, in eight megabytes however many ids there are (a Bloom filter). What it can
 * do is suspect an innocent one, about once in ten million ids at a million; so each suspect is compared exactly, in a
 * second pass over the same ids. Suspects are kept up to a bound; with more of them, the ids behind it are still found
 * as soon as those before it are put right.
 */
final class SeenIds {

    private static final int BITS = 1 << 26;
    private static final int PROBES = 7;
    private static final int MAX_SUSPECTS = 100_000;

    private final BitSet filter = new BitSet();
    private final Set<String> suspects = new HashSet<>();
    private final Set<String> suspectsMet = new HashSet<>();
    private final MessageDigest digest;

    SeenIds() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** First pass. */
    void add(String id) {
        ByteBuffer bytes = ByteBuffer.wrap(digest.digest(id.getBytes(StandardCharsets.UTF_8)));
        boolean seen = true;
        for (int probe = 0; probe < PROBES; probe++) {
            int bit = bytes.getInt() & (BITS - 1);
            seen &= filter.get(bit);
            filter.set(bit);
        }
        if (seen && suspects.size() < MAX_SUSPECTS) {
            suspects.add(id);
        }
    }

    Set<String> suspects() {
        return suspects;
    }

    /** Second pass, over the same ids: whether this one has come by before. */
    boolean isRepeated(String id) {
        return suspects.contains(id) && !suspectsMet.add(id);
    }
}
