package dev.andon.eventstore.sqlite;

import dev.andon.eventstore.Commit;
import dev.andon.eventstore.CommitDecoding;
import dev.andon.eventstore.CorruptCommitException;
import dev.andon.eventstore.Hash;
import dev.andon.eventstore.StoredCommit;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A commit as the file has it. A row that contradicts itself is damage: the hash covers the body only, so whoever trusted
 * the columns beside it would trust what nothing protects.
 */
record CommitRow(long first, byte @Nullable [] hash, byte @Nullable [] body) {

    static CommitRow of(ResultSet row) throws SQLException {
        return new CommitRow(row.getLong(1), row.getBytes(2), row.getBytes(3));
    }

    int size() {
        return body == null ? 0 : body.length;
    }

    Commit commit() {
        return commit(present(body));
    }

    StoredCommit stored() {
        byte[] encoding = present(body);
        return new StoredCommit(commit(encoding), StoredCommit.digestOf(encoding));
    }

    private Commit commit(byte[] encoding) {
        Commit commit = CommitDecoding.decode(first, encoding, storedHash());
        if (commit.first() != first) {
            throw new CorruptCommitException(first, "its row names another commit than its bytes do");
        }
        return commit;
    }

    private Hash storedHash() {
        byte[] digest = present(hash);
        if (digest.length != Hash.ORIGIN.bytes().length) {
            throw new CorruptCommitException(first, "its hash has %d bytes".formatted(digest.length));
        }
        return Hash.of(digest);
    }

    private byte[] present(byte @Nullable [] bytes) {
        if (bytes == null) {
            throw new CorruptCommitException(first, "its bytes are missing");
        }
        return bytes;
    }
}
