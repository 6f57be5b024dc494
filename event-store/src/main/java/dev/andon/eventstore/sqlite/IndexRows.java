package dev.andon.eventstore.sqlite;

import dev.andon.eventstore.Commit;
import dev.andon.eventstore.EventData;
import dev.andon.eventstore.Tag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All that the index has to say of some commits, one behind the other, in the order of the index. Of each of them it has
 * either everything or nothing: who looks for two tags of one commit finds them together.
 */
final class IndexRows {

    private final NavigableMap<Subject, List<Long>> occurrences = new TreeMap<>(Subject.IN_ORDER);
    private final SortedMap<Long, List<Long>> results = new TreeMap<>();
    private int size;
    private long upTo;

    void add(Commit commit) {
        for (Subject subject : subjectsOf(commit)) {
            occurrences.computeIfAbsent(subject, _ -> new ArrayList<>(1)).add(commit.first());
            size++;
        }
        if (commit.commandId() != null) {
            long fingerprint = CommandFingerprint.of(commit.commandId());
            results.computeIfAbsent(fingerprint, _ -> new ArrayList<>(1)).add(commit.first());
            size++;
        }
        upTo = commit.last();
    }

    int size() {
        return size;
    }

    /** Where the last of the commits ends. */
    long upTo() {
        return upTo;
    }

    List<IndexRow> inOrder() {
        List<IndexRow> rows = new ArrayList<>(size);
        results.forEach((fingerprint, firsts) -> firsts
                .forEach(first -> rows.add(new IndexRow.Result(fingerprint, first))));
        occurrences.forEach((subject, firsts) -> firsts
                .forEach(first -> rows.add(new IndexRow.Occurrence(subject, first))));
        return rows;
    }

    /** Where the commits begin that may be the result of this command. */
    List<Long> firstsOf(String commandId) {
        return results.getOrDefault(CommandFingerprint.of(commandId), List.of());
    }

    Set<String> typesOf(String tag) {
        return occurrences.tailMap(new Subject(tag, "")).keySet().stream()
                .takeWhile(subject -> subject.tag().equals(tag))
                .map(Subject::type)
                .collect(Collectors.toSet());
    }

    /**
     * The first positions of the commits in [from, upTo] that hold all of these, not necessarily in one event; at most so
     * many, the first ones.
     */
    SortedSet<Long> firsts(List<Subject> subjects, long from, long upTo, int limit) {
        List<Long> candidates = firstsOf(subjects.getFirst());
        List<List<Long>> others = subjects.stream().skip(1).map(this::firstsOf).toList();
        SortedSet<Long> firsts = new TreeSet<>();
        for (int index = indexOf(from, candidates); index < candidates.size() && firsts.size() < limit; index++) {
            long first = candidates.get(index);
            if (first > upTo) {
                break;
            }
            if (others.stream().allMatch(other -> Collections.binarySearch(other, first) >= 0)) {
                firsts.add(first);
            }
        }
        return firsts;
    }

    private List<Long> firstsOf(Subject subject) {
        return occurrences.getOrDefault(subject, List.of());
    }

    private static int indexOf(long from, List<Long> ascending) {
        int found = Collections.binarySearch(ascending, from);
        return found >= 0 ? found : -found - 1;
    }

    private static Set<Subject> subjectsOf(Commit commit) {
        Set<Subject> subjects = new HashSet<>();
        for (EventData event : commit.events()) {
            subjects.add(new Subject(Subject.ANY_EVENT, event.type()));
            for (Tag tag : event.tags()) {
                subjects.add(new Subject(tag.encoded(), event.type()));
            }
        }
        return subjects;
    }
}
