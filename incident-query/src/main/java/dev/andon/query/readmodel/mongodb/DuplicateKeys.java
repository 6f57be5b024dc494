package dev.andon.query.readmodel.mongodb;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoServerException;

/** Tells when a write failed for nothing but what is there already. */
final class DuplicateKeys {

    private DuplicateKeys() {}

    static boolean only(Throwable error) {
        return switch (error) {
            case MongoBulkWriteException bulk -> bulk.getWriteConcernError() == null
                    && bulk.getWriteErrors().stream().allMatch(each -> isDuplicateKey(each.getCode()));
            case MongoServerException server -> isDuplicateKey(server.getCode());
            default -> false;
        };
    }

    private static boolean isDuplicateKey(int code) {
        return ErrorCategory.fromErrorCode(code) == ErrorCategory.DUPLICATE_KEY;
    }
}
