package dev.andon.query.readmodel;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers that a test waits for. */
public final class Awaited {

    private Awaited() {}

    public static <T> T answer(Mono<T> answer) {
        return answer.blockOptional().orElseThrow();
    }

    public static <T> List<T> all(Flux<T> answers) {
        return answer(answers.collectList());
    }
}
