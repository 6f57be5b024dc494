package dev.andon.eventstore.mongodb;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * There are two unique indexes, and so two meanings of error 11000: the position is taken, or the command is recorded
 * already. Taking one for the other would append a command a second time, or give a caller somebody else's result. Only
 * the server's message names the index; it does so before it quotes any value.
 *
 * @param commit which of the commits in the batch was refused; the ones before it are stored
 */
record DuplicateKey(int commit, boolean ofCommand) {

    private static final Pattern INDEX = Pattern.compile("index: (\\S+)");

    static Optional<DuplicateKey> in(MongoBulkWriteException failure) {
        if (failure.getWriteConcernError() != null || failure.getWriteErrors().size() != 1) {
            return Optional.empty();
        }
        BulkWriteError error = failure.getWriteErrors().getFirst();
        Matcher index = INDEX.matcher(error.getMessage());
        return ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY && index.find()
                ? Optional.of(new DuplicateKey(error.getIndex(), index.group(1).endsWith(MongoEventLog.COMMAND_INDEX)))
                : Optional.empty();
    }
}
