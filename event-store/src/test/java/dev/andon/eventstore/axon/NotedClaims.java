package dev.andon.eventstore.axon;

import dev.andon.eventstore.SegmentClaims;
import dev.andon.eventstore.SegmentProgress.Claim;
import dev.andon.eventstore.SegmentProgress;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Claims that a test hears about; each of its words may fail, as a connection does that is cut. */
class NotedClaims implements SegmentClaims {

    private final SegmentClaims claims;

    NotedClaims(SegmentClaims claims) {
        this.claims = claims;
    }

    void asked() {}

    void claimed(SegmentProgress segment) {}

    void stored(int segment, String progress, boolean held) {}

    void replaced(List<SegmentProgress> added) {}

    void released(int segment) {}

    @Override
    public Flux<SegmentProgress> segments(String processor) {
        return Flux.defer(() -> {
            asked();
            return claims.segments(processor);
        });
    }

    @Override
    public Mono<Boolean> replace(String processor, String owner, Set<Integer> removed, List<SegmentProgress> added) {
        return ask(claims.replace(processor, owner, removed, added)).doOnNext(done -> {
            if (done) {
                replaced(added);
            }
        });
    }

    @Override
    public Mono<SegmentProgress> claim(String processor, int segment, Claim claim, Instant now) {
        return ask(claims.claim(processor, segment, claim, now)).doOnNext(this::claimed);
    }

    @Override
    public Mono<Boolean> extend(String processor, int segment, Claim claim) {
        return ask(claims.extend(processor, segment, claim));
    }

    @Override
    public Mono<Boolean> store(String processor, int segment, Claim claim, String progress) {
        return ask(claims.store(processor, segment, claim, progress))
                .doOnNext(held -> stored(segment, progress, held));
    }

    @Override
    public Mono<Boolean> release(String processor, int segment, String owner) {
        return ask(claims.release(processor, segment, owner)).doOnNext(_ -> released(segment));
    }

    @Override
    public Mono<String> storeId() {
        return ask(claims.storeId());
    }

    @Override
    public void close() {
        claims.close();
    }

    private <T> Mono<T> ask(Mono<T> question) {
        return Mono.defer(() -> {
            asked();
            return question;
        });
    }
}
