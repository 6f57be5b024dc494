package dev.andon.eventstore;

/**
 * A commit, and what its stored bytes really digest to. The two are kept apart, since a hash that was computed from what a
 * reader made of the bytes says nothing about bytes that the reader passed over.
 */
public record StoredCommit(Commit commit, Hash digest) {

    /** For a log that does not keep the encoding itself. */
    public static StoredCommit encodedAnew(Commit commit) {
        return new StoredCommit(commit, CommitEncoding.hash(commit));
    }

    /** Of the encoding as it was found. */
    public static Hash digestOf(byte[] encoding) {
        return CommitEncoding.hash(encoding);
    }
}
