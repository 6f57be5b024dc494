package dev.andon.command.dispatch;

import dev.andon.command.axon.LogUnreadable;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Waits for what the log says. Whatever keeps it from answering, nothing was recorded meanwhile. */
final class Reading {

    private Reading() {}

    static <T> Optional<T> now(Mono<T> answer) {
        return answer.onErrorMap(LogUnreadable::unlessDamaged).blockOptional();
    }
}
