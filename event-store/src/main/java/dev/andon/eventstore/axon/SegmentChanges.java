package dev.andon.eventstore.axon;

import dev.andon.eventstore.SegmentClaims;
import dev.andon.eventstore.SegmentProgress;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.messaging.eventhandling.processing.streaming.segmenting.Segment;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.UnableToClaimTokenException;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.UnableToInitializeTokenException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What one unit of work does to the segments of a processor, kept back until it commits.
 *
 * <p>Keeps: at no moment is an event covered by no segment, or by two. Axon splits by adding the new half, then releasing
 * and deleting the old segment, then adding it again with a smaller share, and merges in as many steps: done one by one,
 * a process that dies in between loses a segment for good, and another one claims the segment that was just released.
 */
final class SegmentChanges {

    private final Set<Integer> removed = new LinkedHashSet<>();
    private final Map<Integer, Mono<SegmentProgress>> added = new LinkedHashMap<>();
    private final Set<Integer> released = new LinkedHashSet<>();

    synchronized void add(int segment, Mono<SegmentProgress> progress) {
        added.put(segment, progress);
    }

    synchronized void remove(int segment) {
        removed.add(segment);
    }

    synchronized void release(int segment) {
        released.add(segment);
    }

    synchronized Mono<Void> apply(SegmentClaims claims, String processor, String owner) {
        Mono<Void> replaced = removed.isEmpty() && added.isEmpty() ? Mono.empty()
                : Flux.concat(List.copyOf(added.values())).collectList()
                        .filterWhen(segments -> coverWhatIsRemoved(segments, claims, processor))
                        .flatMap(segments -> claims.replace(processor, owner, Set.copyOf(removed), segments))
                        .defaultIfEmpty(false)
                        .flatMap(done -> done ? Mono.<Void>empty() : Mono.error(() -> refused(processor)));
        // What was replaced is gone or free already; releasing that changes nothing.
        return replaced.thenMany(Flux.fromIterable(List.copyOf(released)))
                .concatMap(segment -> claims.release(processor, segment, owner)).then();
    }

    /** Axon merges what it has looked up before it claims: another process may have split one of the halves by then. */
    private Mono<Boolean> coverWhatIsRemoved(List<SegmentProgress> segments, SegmentClaims claims, String processor) {
        if (removed.isEmpty() || added.isEmpty()) {
            return Mono.just(true);
        }
        Set<Integer> numbers = Set.copyOf(removed);
        return claims.segments(processor).filter(each -> numbers.contains(each.segment())).collectList()
                .map(replaced -> cover(replaced, segments));
    }

    private static boolean cover(List<SegmentProgress> replaced, List<SegmentProgress> segments) {
        int bits = Stream.concat(replaced.stream(), segments.stream()).mapToInt(SegmentProgress::mask).max().orElse(0);
        return IntStream.rangeClosed(0, bits).allMatch(hash -> count(replaced, hash) == count(segments, hash));
    }

    private static long count(List<SegmentProgress> segments, int hash) {
        return segments.stream().filter(each -> new Segment(each.segment(), each.mask()).matches(hash)).count();
    }

    private RuntimeException refused(String processor) {
        return removed.isEmpty()
                ? new UnableToInitializeTokenException("Processor '%s' has one of the segments %s already"
                        .formatted(processor, added.keySet()))
                : new UnableToClaimTokenException(
                        "Processor '%s': of the segments %s one is not claimed here, or has been replaced"
                                .formatted(processor, removed));
    }
}
