package dev.andon.eventstore.sqlite;

import dev.andon.eventstore.StoredCommit;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Eight bytes that stand for a command id in the index. Ids come in no order, so each one goes into a page of its own: the
 * fewer the pages are, the fewer are written. Two ids may share a fingerprint, so who finds one looks at the commit itself;
 * it is taken from a digest, or somebody could choose ids that all share one.
 */
final class CommandFingerprint {

    private CommandFingerprint() {}

    static long of(String commandId) {
        byte[] text = commandId.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.wrap(StoredCommit.digestOf(text).bytes()).getLong();
    }
}
