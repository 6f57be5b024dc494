package dev.andon.benchmarks.eventstore;

import dev.andon.eventstore.Commit;
import dev.andon.eventstore.CommitEncoding;
import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.Tag;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A commit as a file keeps it, ready to be written. */
record StoredCommit(long first, long last, @Nullable String commandId, byte[] hash, byte[] body, Set<String> tags) {

    static List<StoredCommit> behind(EventLog log, long position, int limit) {
        return log.read(position).take(limit).map(StoredCommit::of).collectList().blockOptional().orElseThrow();
    }

    private static StoredCommit of(Commit commit) {
        return new StoredCommit(commit.first(), commit.last(), commit.commandId(), commit.hash().bytes(),
                CommitEncoding.encode(commit), commit.events().stream().flatMap(event -> event.tags().stream())
                        .map(Tag::encoded).collect(Collectors.toUnmodifiableSet()));
    }
}
