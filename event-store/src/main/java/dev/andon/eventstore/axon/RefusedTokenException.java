package dev.andon.eventstore.axon;

import dev.andon.eventstore.OtherHistoryException;

/**
 * A processor is not given its token, and so handles nothing: what it has done rests on events that the log does not have.
 */
public final class RefusedTokenException extends RuntimeException {

    RefusedTokenException(String processor, int segment, OtherHistoryException reason) {
        super("Processor '%s' cannot go on in segment %d. %s. Rebuild it: stop it in every process, take back what it has done, and call AndonTokenStore.startOver(\"%s\"); then it begins with the first event"
                .formatted(processor, segment, reason.getMessage(), processor), reason);
    }
}
