package dev.andon.eventstore;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The whole engine, as a list. */
record ListModel(List<Commit> commits) {

    static ListModel of(List<Commit> log) {
        return new ListModel(List.copyOf(log));
    }

    long head() {
        return commits.isEmpty() ? 0 : commits.getLast().last();
    }

    List<RecordedEvent> matching(Criteria criteria, long after, long upTo) {
        return commits.stream().flatMap(Commit::recordedEvents)
                .filter(event -> event.position() > after && event.position() <= upTo)
                .filter(event -> criteria.clauses().stream().anyMatch(clause -> meets(event.data(), clause)))
                .toList();
    }

    private static boolean meets(EventData event, Criteria.Clause clause) {
        return (clause.types().isEmpty() || clause.types().contains(event.type()))
                && event.tags().containsAll(clause.tags());
    }

    /** 0 if there is none. */
    long firstMatch(AppendCondition condition) {
        return matching(condition.criteria(), condition.after(), head()).stream()
                .mapToLong(RecordedEvent::position).findFirst().orElse(0);
    }

    boolean holdsCommand(@Nullable String commandId) {
        return commandId != null && commits.stream()
                .anyMatch(commit -> commandId.equals(commit.commandId()));
    }
}
