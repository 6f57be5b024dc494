package dev.andon.eventstore.sqlite;

import dev.andon.eventstore.Commit;
import dev.andon.eventstore.CorruptCommitException;
import dev.andon.eventstore.EventData;
import java.util.ArrayList;
import java.util.List;

/**
 * Some commits, and where the next ones begin; 0 if there are none. Reading a page leaves nothing open behind it: a read
 * transaction that lasted as long as its slowest reader would keep the write-ahead log from ever being folded back, and
 * the file would grow without end.
 */
record Page(List<Commit> commits, long next) {

    static final int MAX_COMMITS = 1024;
    static final int MAX_PAYLOAD_BYTES = 1024 * 1024;

    /** Full when as many commits were looked at, or as many bytes, as one reader should hold in memory. */
    static final class Builder {

        private final List<Commit> commits = new ArrayList<>();
        private int seen;
        private long bytes;

        /** Returns whether the page is full. */
        boolean see(Commit commit, boolean wanted) {
            if (wanted) {
                commits.add(commit);
            }
            for (EventData event : commit.events()) {
                bytes += event.payload().length;
            }
            return ++seen == MAX_COMMITS || bytes >= MAX_PAYLOAD_BYTES;
        }

        Page endingBefore(long next) {
            return new Page(commits, next);
        }

        Page endingBefore(CorruptCommitException damaged) {
            if (seen == 0) {
                throw damaged;
            }
            return endingBefore(damaged.position());
        }

        Page last() {
            return new Page(commits, 0);
        }
    }
}
