package dev.andon.query.postmortem;

import dev.andon.kernel.Actor;
import dev.andon.kernel.MitigationEffect;
import dev.andon.kernel.event.MitigationApplied;
import dev.andon.query.timeline.Timeline;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An act other than a rollback that was meant to lessen the harm, and what it did. */
record MitigationAccount(
        String description, MitigationEffect effect, @Nullable String service, Actor by, Instant at,
        List<Long> entryIds) {

    static List<MitigationAccount> in(Timeline timeline) {
        return timeline.standing(MitigationApplied.class).stream()
                .map(entry -> new MitigationAccount(
                        entry.event().description(),
                        entry.event().effect(),
                        entry.event().service(),
                        entry.actor(),
                        entry.occurredAt(),
                        List.of(entry.id())))
                .toList();
    }
}
