package dev.andon.eventstore.faults;

import dev.andon.eventstore.CommandAlreadyRecordedException;
import dev.andon.eventstore.Commit;
import dev.andon.eventstore.CommitOutcomeUnknownException;
import dev.andon.eventstore.ConditionNotMetException;
import dev.andon.eventstore.NotStoredException;

/**
 * What one caller was told about one attempt to append. It fits in a line, since a process that is killed leaves nothing
 * but what it has written.
 *
 * @param attempt the id of the first event, which no other attempt has
 * @param position where the commit begins, or would; 0 if it was refused
 */
record Told(Verdict verdict, String attempt, String commandId, long position, String commitId) {

    enum Verdict {
        STORED, KNOWN_ALREADY, CONDITION_NOT_MET, NOT_STORED, UNKNOWN
    }

    private static final String NO_COMMIT = "-";

    static Told of(String attempt, String commandId, Object answer) {
        return switch (answer) {
            case Commit commit -> told(Verdict.STORED, attempt, commandId, commit);
            case CommandAlreadyRecordedException known ->
                told(Verdict.KNOWN_ALREADY, attempt, commandId, known.commit());
            case ConditionNotMetException _ -> new Told(Verdict.CONDITION_NOT_MET, attempt, commandId, 0, NO_COMMIT);
            case NotStoredException _ -> new Told(Verdict.NOT_STORED, attempt, commandId, 0, NO_COMMIT);
            case CommitOutcomeUnknownException unknown ->
                new Told(Verdict.UNKNOWN, attempt, commandId, unknown.position(), unknown.commitId());
            case Throwable unpromised -> throw new AssertionError("No caller is promised such an answer", unpromised);
            default -> throw new AssertionError(answer);
        };
    }

    private static Told told(Verdict verdict, String attempt, String commandId, Commit commit) {
        return new Told(verdict, attempt, commandId, commit.first(), commit.id());
    }

    static Told parse(String line) {
        String[] words = line.split(" ");
        return new Told(Verdict.valueOf(words[0]), words[1], words[2], Long.parseLong(words[3]), words[4]);
    }

    String line() {
        return String.join(" ", verdict.name(), attempt, commandId, Long.toString(position), commitId);
    }

    boolean isOf(Commit commit) {
        return commit.first() == position && commit.id().equals(commitId);
    }
}
