package dev.andon.eventstore;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A commit as memory keeps it: its bytes, and what it is looked for by. One event and its commit are some fifty objects,
 * each of which the garbage collector would copy and mark again and again for as long as it is kept; these are a handful.
 */
record KeptCommit(long first, long last, @Nullable String commandId, Blocks.Bytes encodingAndHash, int weight) {

    // beside the bytes: a few objects, and in the index a number for each tag, and more if nothing else has that tag
    private static final int BYTES_OF_A_COMMIT = 100;
    private static final int BYTES_OF_AN_EVENT = 50;
    private static final int BYTES_OF_A_TAG = 250;

    static KeptCommit in(Blocks blocks, Commit commit) {
        byte[] encoding = commit.encoding();
        return new KeptCommit(commit.first(), commit.last(), commit.commandId(),
                blocks.keep(encoding, commit.hash().bytes()), weight(commit, encoding));
    }

    /** About so many bytes of memory are taken by it. */
    private static int weight(Commit commit, byte[] encoding) {
        int weight = BYTES_OF_A_COMMIT + encoding.length;
        for (EventData event : commit.events()) {
            weight += BYTES_OF_AN_EVENT + BYTES_OF_A_TAG * event.tags().size();
        }
        return weight;
    }

    int length() {
        return encodingAndHash.length() - Hash.BYTES;
    }

    Commit decoded() {
        ByteBuffer encoding = encodingAndHash.buffer();
        int end = encoding.limit() - Hash.BYTES;
        byte[] hash = new byte[Hash.BYTES];
        encoding.get(end, hash);
        return CommitDecoding.decode(first, encoding.limit(end), Hash.of(hash));
    }
}
