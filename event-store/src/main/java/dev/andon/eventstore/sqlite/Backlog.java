package dev.andon.eventstore.sqlite;

import dev.andon.eventstore.Commit;
import dev.andon.eventstore.EventData;
import dev.andon.eventstore.Tag;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the index in the file does not have yet. A commit is safe once its own row is on disk, since the index can be
 * derived from it; written with each commit, the index costs several pages spread over the file for each page of events.
 * So it is written some thousand rows at a time, in its own order: a page that several rows go to is then written once. What
 * is missing is looked up here.
 *
 * <p>Each commit up to the head is in here, in the file's index, or for a moment in both; so who looks for one looks here
 * first. The other way round, one that moves from here to there meanwhile is seen in neither.
 */
final class Backlog {

    // with more of them, whoever comes while they are written waits longer than the pages are worth that are saved
    private static final int MAX_ROWS = 2_048;

    private Map<Subject, NavigableSet<Long>> firsts = new HashMap<>();
    private Map<String, Long> commands = new HashMap<>();
    private int rows;

    synchronized void add(List<Commit> commits) {
        for (Commit commit : commits) {
            if (commit.commandId() != null) {
                commands.put(commit.commandId(), commit.first());
                rows++;
            }
            for (Subject subject : subjectsOf(commit)) {
                firsts.computeIfAbsent(subject, _ -> new TreeSet<>()).add(commit.first());
                rows++;
            }
        }
    }

    synchronized boolean isFull() {
        return rows >= MAX_ROWS;
    }

    /** Begins anew with these. */
    synchronized void replaceBy(List<Commit> commits) {
        firsts = new HashMap<>();
        commands = new HashMap<>();
        rows = 0;
        add(commits);
    }

    /** A copy, to be written, in the order of the index. */
    synchronized SortedMap<Subject, List<Long>> rows() {
        SortedMap<Subject, List<Long>> rows = new TreeMap<>(Subject.IN_ORDER);
        firsts.forEach((subject, positions) -> rows.put(subject, List.copyOf(positions)));
        return rows;
    }

    /** A copy, to be written, in the order of the index. */
    synchronized List<Result> results() {
        return commands.entrySet().stream()
                .map(command -> new Result(CommandFingerprint.of(command.getKey()), command.getValue()))
                .sorted(Comparator.comparingLong(Result::fingerprint))
                .toList();
    }

    /** Where the commit begins that is the result of a command. */
    record Result(long fingerprint, long first) {}

    /** From here, or else from the index. */
    Optional<Commit> commitOf(String commandId, StoreConnection connection) throws SQLException {
        Long first = firstOf(commandId);
        return first == null ? connection.commitOf(commandId) : connection.commitAt(first);
    }

    private synchronized @Nullable Long firstOf(String commandId) {
        return commands.get(commandId);
    }

    synchronized Set<String> typesOf(String tag) {
        return firsts.keySet().stream().filter(subject -> subject.tag().equals(tag)).map(Subject::type)
                .collect(Collectors.toSet());
    }

    /** The first positions of the commits in [from, upTo] that hold all of these, not necessarily in one event. */
    synchronized Set<Long> firsts(List<Subject> subjects, long from, long upTo) {
        Set<Long> common = new TreeSet<>(firstsOf(subjects.getFirst()).subSet(from, true, Math.max(from, upTo), true));
        subjects.forEach(subject -> common.retainAll(firstsOf(subject)));
        return common;
    }

    private NavigableSet<Long> firstsOf(Subject subject) {
        return firsts.getOrDefault(subject, new TreeSet<>());
    }

    private static Set<Subject> subjectsOf(Commit commit) {
        List<Subject> subjects = new ArrayList<>();
        for (EventData event : commit.events()) {
            subjects.add(new Subject(Subject.ANY_EVENT, event.type()));
            for (Tag tag : event.tags()) {
                subjects.add(new Subject(tag.encoded(), event.type()));
            }
        }
        return new HashSet<>(subjects);
    }
}
