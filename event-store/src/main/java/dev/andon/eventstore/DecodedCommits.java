package dev.andon.eventstore;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Some commits of the tail as objects too: of those that are added here the last ones. What is wanted often is added again
 * soon enough; to move it to the end each time costs more, since the garbage collector keeps book of every such move.
 */
final class DecodedCommits {

    private static final int TIMES_ITS_BYTES_AS_OBJECTS = 3;

    private final long maxBytes;
    private final Map<Long, Decoded> byFirst = new LinkedHashMap<>();
    private long bytes;

    private record Decoded(Commit commit, int weight) {}

    DecodedCommits(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Null if it is not among them. */
    synchronized @Nullable Commit known(KeptCommit kept) {
        Decoded decoded = byFirst.get(kept.first());
        return decoded == null ? null : decoded.commit();
    }

    synchronized void add(KeptCommit kept, Commit commit) {
        Decoded decoded = new Decoded(commit, TIMES_ITS_BYTES_AS_OBJECTS * kept.length());
        Decoded replaced = byFirst.put(kept.first(), decoded);
        bytes += decoded.weight() - (replaced == null ? 0 : replaced.weight());
        Iterator<Decoded> eldest = byFirst.values().iterator();
        while (bytes > maxBytes) {
            bytes -= eldest.next().weight();
            eldest.remove();
        }
    }

    synchronized void clear() {
        byFirst.clear();
        bytes = 0;
    }
}
