package dev.andon.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a sender was told, which must be true of the log as it has become. */
record Outcome(List<EventData> sent, AppendCondition condition, @Nullable String commandId, Object result) {

    void requireTruth(List<Commit> log) {
        Set<String> ids = Set.copyOf(sent.stream().map(EventData::id).toList());
        List<Commit> stored = log.stream()
                .filter(commit -> commit.events().stream().map(EventData::id).anyMatch(ids::contains)).toList();
        switch (result) {
            case Commit acknowledged -> assertThat(stored).as("acknowledged").containsExactly(acknowledged);
            case ConditionNotMetException refusal -> {
                assertThat(stored).as("refused").isEmpty();
                assertThat(refusal.conflictingPosition()).isEqualTo(ListModel.of(log).firstMatch(condition));
            }
            case CommandAlreadyRecordedException known -> {
                assertThat(stored).as("a repeated command").isEmpty();
                assertThat(known.commit().commandId()).isEqualTo(commandId);
                assertThat(log).contains(known.commit());
            }
            case CommitOutcomeUnknownException _ -> assertThat(stored).hasSizeLessThanOrEqualTo(1);
            case NotStoredException _,TooManyAppendsException _,HeadMovedException _ -> assertThat(stored)
                    .as("failed with %s", result).isEmpty();
            default -> throw new AssertionError("Unexpected: " + result);
        }
    }
}
