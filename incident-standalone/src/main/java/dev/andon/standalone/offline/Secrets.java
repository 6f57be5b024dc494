package dev.andon.standalone.offline;

import org.jspecify.annotations.Nullable;

/** What a person or a log file must not be shown: a connection string, wherever in a message it was quoted. */
final class Secrets {

    /** One slash is enough: that is what is left of two in a path. */
    private static final String CONNECTION_STRING = "mongodb(\\+srv)?:/\\S*";

    private Secrets() {}

    static String hiddenIn(@Nullable String message) {
        return message == null ? "" : message.replaceAll(CONNECTION_STRING, "mongodb://…");
    }
}
