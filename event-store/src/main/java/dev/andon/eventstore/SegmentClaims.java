package dev.andon.eventstore;

import dev.andon.eventstore.SegmentProgress.Claim;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How far each segment of each processor has come, and which process works on it.
 *
 * <p>Keeps: only the owner of a segment's claim changes it, and each change compares and sets in one step. Otherwise a
 * process that paused until another one took its segment over would wake up and put back, or skip, what the other has
 * done. Losing a claim is ordinary, so it is answered ({@code false}, or nothing) and never thrown.
 *
 * <p>Who owns a segment is decided by the owner's name alone, never by a clock: an expired claim that nobody has taken is
 * still its owner's, and one that was taken is not, whatever time anybody's clock shows. Clocks decide only when somebody
 * may take over, by comparing the time here with one that was written elsewhere. With a lease of L that its owner prolongs
 * every E, clocks may differ by L - E, less the longest pause of the owner, before a claim is taken from somebody alive;
 * with 30 seconds and 10, by about 20. Beyond that, segments change hands needlessly and a batch is handled again each
 * time, and one whose clock is behind takes over from the dead by that much later; but nothing is lost, and no owner's
 * progress is put in place of another's.
 *
 * <p>Answers come on threads of the database, which must not be blocked.
 */
public interface SegmentClaims extends AutoCloseable {

    /** Every segment of this processor, by number, without claiming any. */
    Flux<SegmentProgress> segments(String processor);

    /** One segment as it stands, without claiming it, or nothing. */
    default Mono<SegmentProgress> segment(String processor, int segment) {
        return segments(processor).filter(each -> each.segment() == segment).next();
    }

    /** Creates unclaimed segments; false, and nothing is changed, if one of them exists. */
    default Mono<Boolean> add(String processor, List<SegmentProgress> added) {
        return replace(processor, "", Set.of(), added);
    }

    /**
     * Takes segments away and adds unclaimed ones, all in one step: a split or merge that died halfway would leave
     * events that no segment covers, or two. False, and nothing is changed, unless the owner holds all that are removed
     * and none that are added exist otherwise.
     */
    Mono<Boolean> replace(String processor, String owner, Set<Integer> removed, List<SegmentProgress> added);

    /** Takes the segment if it is free, its claim has expired, or the owner is the same; else answers nothing. */
    Mono<SegmentProgress> claim(String processor, int segment, Claim claim, Instant now);

    /** Prolongs a claim that the owner still holds. */
    Mono<Boolean> extend(String processor, int segment, Claim claim);

    /** Records progress and prolongs the claim, if the owner still holds it. */
    Mono<Boolean> store(String processor, int segment, Claim claim, String progress);

    /** Lets others have the segment at once. */
    Mono<Boolean> release(String processor, int segment, String owner);

    /** Names the place where all this is kept: the same for every process that shares it, and for no other. */
    Mono<String> storeId();

    @Override
    void close();
}
