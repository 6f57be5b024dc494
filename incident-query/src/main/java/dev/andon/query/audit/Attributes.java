package dev.andon.query.audit;

/** The names of what a journal's CloudEvents carry. What only the log knows of is in extensions; all of those are texts. */
final class Attributes {

    static final String SPEC_VERSION = "specversion";
    static final String ID = "id";
    static final String SOURCE = "source";
    static final String TYPE = "type";
    static final String TIME = "time";
    static final String CONTENT_TYPE = "datacontenttype";
    static final String DATA = "data";
    static final String DATA_BASE64 = "data_base64";

    /** CloudEvents' own extension for the second of the two times. */
    static final String RECORDED_TIME = "recordedtime";

    /** CloudEvents' own extension for an order; here the position, with zeros so that it sorts as text. */
    static final String SEQUENCE = "sequence";

    static final String FORMAT = "journalformat";
    static final String VERSION = "eventversion";
    static final String TAGS = "tags";
    static final String METADATA = "metadata";
    static final String COMMIT_ID = "commitid";
    static final String COMMIT_INDEX = "commitindex";
    static final String COMMIT_SIZE = "commitsize";

    // of the commit as a whole, on its first event
    static final String COMMAND_ID = "commandid";
    static final String CONDITION_AFTER = "conditionafter";
    static final String CONDITION = "condition";
    static final String PREVIOUS_HASH = "previoushash";
    static final String HASH = "hash";

    static final String CLAUSE_TAGS = "tags";
    static final String CLAUSE_TYPES = "types";

    /** Raised when a reader of today could no longer make the same log of it. */
    static final int CURRENT_FORMAT = 1;

    static final String ANDON = "/andon";
    static final String TYPE_PREFIX = "dev.andon.";
    static final String JSON = "application/json";
    static final String BYTES = "application/octet-stream";

    private Attributes() {}
}
