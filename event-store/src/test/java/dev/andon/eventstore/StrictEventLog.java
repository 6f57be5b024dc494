package dev.andon.eventstore;

import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** A log in memory that keeps its promises: what stands at a position stays, and a command is there once. */
class StrictEventLog extends ListEventLog {

    @Override
    public Mono<Void> append(Head expected, List<Commit> batch) {
        return Mono.fromRunnable(() -> insert(expected, batch));
    }

    /** In order, and no further than to the first that finds its place taken; as a server does it, whoever asks. */
    synchronized void insert(Head expected, List<Commit> batch) {
        for (Commit commit : batch) {
            Head head = commits.isEmpty() ? Head.ORIGIN : commits.getLast().head();
            if (commit.first() <= head.position()) {
                if (commits.stream().noneMatch(stored -> stored.first() == commit.first()
                        && stored.id().equals(commit.id()))) {
                    throw new HeadMovedException(expected);
                }
            } else if (!commit.follows(head)) {
                throw new IllegalArgumentException("A gap in front of " + commit.first());
            } else {
                requireNewCommand(commit);
                commits.add(commit);
            }
        }
    }

    private void requireNewCommand(Commit commit) {
        commits.stream().filter(stored -> commit.commandId() != null)
                .filter(stored -> Objects.equals(stored.commandId(), commit.commandId())).findAny()
                .ifPresent(stored -> {
                    throw new CommandAlreadyRecordedException(stored);
                });
    }
}
