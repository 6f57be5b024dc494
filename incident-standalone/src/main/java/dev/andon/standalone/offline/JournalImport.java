package dev.andon.standalone.offline;

import dev.andon.eventstore.Bookmark;
import dev.andon.eventstore.Commit;
import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.Head;
import dev.andon.query.audit.JournalFault;
import dev.andon.query.audit.JournalReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Adds to a log what a journal has beyond it.
 *
 * <p>Keeps: nothing is stored before it is certain that what is there already is the beginning of the same log. One hash
 * shows it, since each covers all that came before; a log that went on from another one's middle would be neither.
 */
final class JournalImport {

    private static final int COMMITS_AT_ONCE = 256;
    private static final long BYTES_AT_ONCE = 4 * 1024 * 1024;

    private final EventLog log;
    private final ProgressLine progress;
    private final Head beginning;
    private final List<Commit> waiting = new ArrayList<>();
    private Head head;
    private long waitingBytes;
    private long commits;
    private @Nullable Commit last;

    JournalImport(EventLog log, ProgressLine progress) {
        this.log = log;
        this.progress = progress;
        this.beginning = Objects.requireNonNull(log.head().block());
        this.head = beginning;
    }

    void all(BufferedReader lines) throws IOException {
        var reader = new JournalReader();
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Optional<Commit> complete = reader.read(line);
                if (complete.isPresent()) {
                    take(complete.get());
                }
            }
            reader.end();
        } catch (JournalFault fault) {
            // what came before it is in order
            store();
            throw fault;
        }
        store();
        if (last == null || last.last() < beginning.position()) {
            throw new ForeignJournalException(
                    "The journal ends at position %d, and the store at position %d: there is nothing to import"
                            .formatted(
                                    last == null ? 0 : last.last(), beginning.position()));
        }
    }

    private void take(Commit commit) {
        if (last == null) {
            requireThatItConnects(commit);
        }
        last = commit;
        if (commit.first() > beginning.position()) {
            waiting.add(commit);
            waitingBytes += commit.events().stream().mapToLong(event -> event.payload().length).sum();
            if (waiting.size() == COMMITS_AT_ONCE || waitingBytes > BYTES_AT_ONCE) {
                store();
            }
        } else if (commit.last() >= beginning.position() && !commit.head().equals(beginning)) {
            throw another();
        }
    }

    /** The first commit of the journal may stand behind the end of the store, or anywhere before it. */
    private void requireThatItConnects(Commit first) {
        long before = first.first() - 1;
        if (before > beginning.position()) {
            throw new ForeignJournalException(
                    "The journal begins at position %d, and the store ends at position %d: import what lies between them first"
                            .formatted(first.first(), beginning.position()));
        }
        if (before == beginning.position() && !first.follows(beginning)) {
            throw another();
        }
    }

    private ForeignJournalException another() {
        return new ForeignJournalException(
                "The store holds another log than the journal: at position %d they differ. Nothing was imported; import into an empty store"
                        .formatted(beginning.position()));
    }

    private void store() {
        if (waiting.isEmpty()) {
            return;
        }
        log.append(head, List.copyOf(waiting)).block();
        head = waiting.getLast().head();
        commits += waiting.size();
        waiting.clear();
        waitingBytes = 0;
        progress.reached(head.position(), 0);
    }

    String summary() {
        long events = head.position() - beginning.position();
        return "Imported %,d events in %,d commits. Head: %s".formatted(
                events, commits, new Bookmark(head.position(), head.hash()));
    }
}
