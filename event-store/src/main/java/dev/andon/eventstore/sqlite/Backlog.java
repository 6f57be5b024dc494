package dev.andon.eventstore.sqlite;

import dev.andon.eventstore.Commit;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What the index in the file does not have yet. A commit is safe once its own row is on disk, since the index can be
 * derived from it; written with each commit, the index costs several pages spread over the file for each page of events.
 * So its rows are gathered by the ten thousand, and written in their own order, in which many of them go to one page. They
 * are written in slices, a few with each append: all at once, they would hold up whoever comes meanwhile.
 *
 * <p>Each commit up to the head is in here, in the file's index, or in both while it moves from here to there; so who looks
 * for one looks here first. The other way round, one that has left meanwhile is seen in neither.
 */
final class Backlog {

    /** Of a commit, some four: so that several commands go to one page of an index of a million of them. */
    static final int ROWS = 65_536;

    /** More would be thinner, and write most pages once more for the next one. */
    private static final int SLICES = 512;
    /** So that those that leave are gone long before the others are as many. */
    private static final int ROWS_LEAVING_FOR_ONE_ARRIVING = 2;
    private static final int LONGEST_STRETCH = 1_024;

    private final int enough;
    private IndexRows arriving = new IndexRows();
    private IndexRows leaving = new IndexRows();
    private Iterator<IndexRow> toWrite = Collections.emptyIterator();
    private Slice unwritten = Slice.NONE;
    private int arrived;
    private long writes;
    private @Nullable Stretch known;

    /**
     * What is to be written in one go.
     *
     * @param complete where the last commit ends that is completely in the index once this is; 0 if none is by that
     */
    record Slice(List<IndexRow> rows, long complete) {

        static final Slice NONE = new Slice(List.of(), 0);
    }

    /** @param enough how many rows are gathered before they are written */
    Backlog(int enough) {
        this.enough = enough;
    }

    synchronized void add(Commit commit) {
        int before = arriving.size();
        arriving.add(commit);
        arrived += arriving.size() - before;
    }

    /** Begins anew with these. */
    synchronized void replaceBy(IndexRows missing) {
        arriving = missing;
        writes++;
        known = null;
        forgetLeaving();
    }

    /** What it is time to write with the next append; mostly nothing. The same again until it has been written. */
    synchronized Slice due() {
        if (isWritten() && arriving.size() >= enough) {
            leave();
        }
        int rows = arrived * ROWS_LEAVING_FOR_ONE_ARRIVING;
        return isWritten() || rows < enough / SLICES ? Slice.NONE : next(rows);
    }

    /** Everything, one behind the other. */
    synchronized Slice rest() {
        if (isWritten()) {
            leave();
        }
        return isWritten() ? Slice.NONE : next(Integer.MAX_VALUE);
    }

    private boolean isWritten() {
        return unwritten.rows().isEmpty() && !toWrite.hasNext();
    }

    private void leave() {
        leaving = arriving;
        toWrite = leaving.inOrder();
        arriving = new IndexRows();
        arrived = 0;
    }

    private Slice next(int count) {
        if (unwritten.rows().isEmpty()) {
            List<IndexRow> rows = new ArrayList<>();
            while (rows.size() < count && toWrite.hasNext()) {
                rows.add(toWrite.next());
            }
            unwritten = new Slice(rows, toWrite.hasNext() ? 0 : leaving.upTo());
        }
        return unwritten;
    }

    synchronized void written(Slice slice) {
        if (!slice.rows().isEmpty()) {
            writes++;
            slice.rows().forEach(this::isInTheFile);
            unwritten = Slice.NONE;
            arrived = 0;
            if (isWritten()) {
                forgetLeaving();
            }
        }
    }

    private void isInTheFile(IndexRow row) {
        if (known != null && row instanceof IndexRow.Occurrence occurrence && known.spans(occurrence.subject().tag())) {
            known.add(occurrence.subject().tag());
            if (known.size() > LONGEST_STRETCH) {
                known = null;
            }
        }
    }

    /** How often some of it may have gone to the file: what was not in the file before is there only if this is more. */
    synchronized long writes() {
        return writes;
    }

    /** The last one alone: most of those who ask, ask about that. What is written into it from now on is added. */
    synchronized void remember(Stretch found, long writesBefore) {
        if (writes == writesBefore) {
            known = found;
        }
    }

    /** Whether no event is known to have this tag, encoded: neither here nor in the file; "no" says nothing. */
    synchronized boolean isNowhere(String tag) {
        return isMissingHere(tag) && known != null && known.spans(tag) && !known.has(tag);
    }

    synchronized boolean isMissingHere(String tag) {
        return !leaving.has(tag) && !arriving.has(tag);
    }

    private void forgetLeaving() {
        leaving = new IndexRows();
        toWrite = Collections.emptyIterator();
        unwritten = Slice.NONE;
        arrived = 0;
    }

    /** From here, or else from the index. */
    Optional<Commit> commitOf(String commandId, StoreConnection connection) throws SQLException {
        for (long first : firstsOf(commandId)) {
            Optional<Commit> found = connection.commitAt(first).filter(commit -> commandId.equals(commit.commandId()));
            if (found.isPresent()) {
                return found;
            }
        }
        return connection.commitOf(commandId);
    }

    private synchronized long[] firstsOf(String commandId) {
        return LongStream.concat(leaving.firstsOf(commandId).stream(), arriving.firstsOf(commandId).stream()).toArray();
    }

    synchronized Set<String> typesOf(String tag) {
        Set<String> types = new HashSet<>(leaving.typesOf(tag));
        types.addAll(arriving.typesOf(tag));
        return types;
    }

    /**
     * The first positions of the commits in [from, upTo] that hold all of these, not necessarily in one event; of those
     * that leave and of those that arrive at most so many, the first ones.
     */
    synchronized Set<Long> firsts(List<Subject> subjects, long from, long upTo, int limit) {
        SortedSet<Long> firsts = new TreeSet<>(leaving.firsts(subjects, from, upTo, limit));
        firsts.addAll(arriving.firsts(subjects, from, upTo, limit));
        return firsts;
    }
}
