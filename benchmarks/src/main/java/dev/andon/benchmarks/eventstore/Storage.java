package dev.andon.benchmarks.eventstore;

import dev.andon.benchmarks.Outcome;
import dev.andon.eventstore.EventLog;
import java.util.List;

/** A log of its own, and what can be done with the same storage without it. Closing it deletes it. */
interface Storage extends AutoCloseable {

    EventLog log();

    /** Those who write the commits of this log once more, beside it, as plainly as can be. */
    List<Contender> plainWriters() throws Exception;

    /** Every commit of the log, decoded, by whoever reads plainly. */
    Outcome scan() throws Exception;

    /** What the log takes with its indexes. Closes the log. */
    long bytesOnDisk() throws Exception;

    @Override
    void close() throws Exception;
}
