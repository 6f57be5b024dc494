package dev.andon.eventstore.axon;

import static java.util.stream.Collectors.groupingBy;

import dev.andon.eventstore.SegmentProgress;
import dev.andon.eventstore.axon.SharingWorker.Note;
import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What all workers have noted, and whether the promise of the token store explains it. */
final class HandledEvents extends AbstractCollection<Note> {

    private final List<Note> notes = new ArrayList<>();
    private final Map<Long, List<Note>> byPosition = new TreeMap<>();

    private record Session(String owner, int segment, int number) {

        static Session of(Note note) {
            return new Session(note.owner(), note.segment(), note.session());
        }
    }

    @Override
    public boolean add(Note note) {
        if (note.kind() == Note.Kind.HANDLED) {
            byPosition.computeIfAbsent(note.from(), _ -> new ArrayList<>()).add(note);
        }
        return notes.add(note);
    }

    @Override
    public Iterator<Note> iterator() {
        return notes.iterator();
    }

    @Override
    public int size() {
        return notes.size();
    }

    /** How many events were handled at all. */
    int count() {
        return byPosition.size();
    }

    List<Long> missingUpTo(long position) {
        return LongStream.rangeClosed(1, position).boxed().filter(each -> !byPosition.containsKey(each)).toList();
    }

    /**
     * What was handled again although a token of the session in which it was handled before covers it and no merge brought
     * it back, and sessions that left more than a batch without a token.
     */
    List<String> unexplained(int batchSize) {
        Map<Session, Long> covered = new HashMap<>();
        of(Note.Kind.STORED).forEach(each -> covered.merge(Session.of(each), each.from(), Math::max));
        Predicate<Note> isCovered = each -> covered.getOrDefault(Session.of(each), 0L) >= each.from();
        List<Note> merges = of(Note.Kind.MERGED).toList();
        Stream<String> twice = byPosition.values().stream()
                .filter(each -> each.stream().filter(isCovered).count() > 1)
                .filter(each -> merges.stream().noneMatch(
                        merge -> merge.from() < each.getFirst().from() && each.getFirst().from() <= merge.to()))
                .map(each -> "handled again under a token: " + each);
        Stream<String> tooMany = of(Note.Kind.HANDLED).filter(isCovered.negate()).collect(groupingBy(Session::of))
                .entrySet().stream().filter(each -> each.getValue().size() > batchSize)
                .map(each -> "more than a batch without a token: " + each);
        return Stream.concat(twice, tooMany).toList();
    }

    /** Whether each event falls to exactly one of these segments. */
    static boolean cover(List<SegmentProgress> segments) {
        int bits = segments.stream().mapToInt(SegmentProgress::mask).max().orElse(0);
        return IntStream.rangeClosed(0, bits).allMatch(hash -> segments.stream()
                .filter(each -> (hash & each.mask()) == each.segment()).count() == 1);
    }

    String summary() {
        return "%d events handled %d times, %d tokens stored, %d refused, %d merges".formatted(count(),
                of(Note.Kind.HANDLED).count(), of(Note.Kind.STORED).count(), of(Note.Kind.REFUSED).count(),
                of(Note.Kind.MERGED).count());
    }

    private Stream<Note> of(Note.Kind kind) {
        return notes.stream().filter(note -> note.kind() == kind);
    }
}
