package dev.andon.eventstore.sqlite;

import dev.andon.eventstore.Commit;
import dev.andon.eventstore.EventData;
import dev.andon.eventstore.Tag;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All that the index has to say of some commits, one behind the other, in the order of the index. Of each of them it has
 * either everything or nothing: who looks for two tags of one commit finds them together.
 */
final class IndexRows {

    private final NavigableMap<Subject, Firsts> occurrences = new TreeMap<>(Subject.IN_ORDER);
    private final SortedMap<Long, Firsts> results = new TreeMap<>();
    private int size;
    private long upTo;

    void add(Commit commit) {
        for (EventData event : commit.events()) {
            add(new Subject(Subject.ANY_EVENT, event.type()), commit);
            for (Tag tag : event.tags()) {
                add(new Subject(tag.encoded(), event.type()), commit);
            }
        }
        if (commit.commandId() != null) {
            long fingerprint = CommandFingerprint.of(commit.commandId());
            count(results.computeIfAbsent(fingerprint, _ -> new Firsts()).add(commit.first()));
        }
        upTo = commit.last();
    }

    private void add(Subject subject, Commit commit) {
        count(occurrences.computeIfAbsent(subject, _ -> new Firsts()).add(commit.first()));
    }

    private void count(boolean added) {
        if (added) {
            size++;
        }
    }

    int size() {
        return size;
    }

    /** Where the last of the commits ends. */
    long upTo() {
        return upTo;
    }

    /** The rows of a subject come to be when it is their turn: all at once, they would hold up whoever asks. */
    Iterator<IndexRow> inOrder() {
        return Stream.concat(
                results.entrySet().stream().flatMap(result -> result.getValue().stream()
                        .mapToObj(first -> new IndexRow.Result(result.getKey(), first))),
                occurrences.entrySet().stream().flatMap(occurrence -> occurrence.getValue().stream()
                        .<IndexRow>mapToObj(first -> new IndexRow.Occurrence(occurrence.getKey(), first))))
                .iterator();
    }

    /** Where the commits begin that may be the result of this command. */
    Firsts firstsOf(String commandId) {
        return results.getOrDefault(CommandFingerprint.of(commandId), Firsts.NONE);
    }

    boolean has(String tag) {
        Subject subject = occurrences.ceilingKey(new Subject(tag, ""));
        return subject != null && subject.tag().equals(tag);
    }

    Set<String> typesOf(String tag) {
        Set<String> types = new HashSet<>();
        Subject subject = occurrences.ceilingKey(new Subject(tag, ""));
        while (subject != null && subject.tag().equals(tag)) {
            types.add(subject.type());
            subject = occurrences.higherKey(subject);
        }
        return types;
    }

    /**
     * The first positions of the commits in [from, upTo] that hold all of these, not necessarily in one event; at most so
     * many, the first ones.
     */
    SortedSet<Long> firsts(List<Subject> subjects, long from, long upTo, int limit) {
        Firsts candidates = firstsOf(subjects.getFirst());
        List<Firsts> others = subjects.stream().skip(1).map(this::firstsOf).toList();
        SortedSet<Long> firsts = new TreeSet<>();
        for (int index = candidates.indexFrom(from); index < candidates.size() && firsts.size() < limit; index++) {
            long first = candidates.get(index);
            if (first > upTo) {
                break;
            }
            if (others.stream().allMatch(other -> other.contains(first))) {
                firsts.add(first);
            }
        }
        return firsts;
    }

    private Firsts firstsOf(Subject subject) {
        return occurrences.getOrDefault(subject, Firsts.NONE);
    }
}
