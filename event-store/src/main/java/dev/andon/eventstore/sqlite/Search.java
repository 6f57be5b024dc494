package dev.andon.eventstore.sqlite;

import dev.andon.eventstore.Commit;
import dev.andon.eventstore.Criteria;
import java.sql.SQLException;
import java.util.List;

/** A question for the commits that hold a matching event in (after, upTo]. */
record Search(Criteria criteria, List<Occurrences> occurrences, long after, long upTo) {

    Page firstPage(CommitReader reader) throws SQLException {
        return page(reader, after == 0 ? 1 : reader.startOfCommitAt(after + 1));
    }

    Page page(CommitReader reader, long from) throws SQLException {
        return reader.commits(this, from);
    }

    /** The index knows commits, not events: type and tags may sit on different events, or outside the range. */
    boolean wants(Commit commit) {
        return commit.recordedEvents(criteria, after, upTo).findAny().isPresent();
    }
}
