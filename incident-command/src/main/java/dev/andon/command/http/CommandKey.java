package dev.andon.command.http;

import dev.andon.command.dispatch.Submission;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What makes a repetition recognisable. Two callers may choose the same key, so it belongs to its caller; and as it is kept
 * with the commit, it is kept as a hash.
 *
 * <p>An anonymous note's key belongs to what the note says instead. Whoever can read the log and guess the key could
 * otherwise try each name, and see whose hash it is.
 *
 * @param kind of request, for each has keys of its own
 * @param callerId who is authenticated, whoever they act for
 */
record CommandKey(String kind, String callerId, String key) {

    /** @param request path and body, in a form that does not depend on white space and the order of fields */
    Submission.Idempotency of(String request, boolean anonymous) {
        String digest = hash(request);
        String owner = anonymous ? "anonymous\n" + digest : "caller\n" + callerId;
        return new Submission.Idempotency(kind + ":" + hash(owner + "\n" + key), digest);
    }

    private static String hash(String text) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
