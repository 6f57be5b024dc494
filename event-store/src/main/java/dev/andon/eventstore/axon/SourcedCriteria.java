package dev.andon.eventstore.axon;

import dev.andon.eventstore.Criteria;
import org.axonframework.messaging.core.Context.ResourceKey;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.jspecify.annotations.Nullable;

/**
 * What a command has sourced by, as Axon says it and as the store does. The same criteria guard its append, and are not
 * translated a second time, unless there came others to them.
 */
record SourcedCriteria(EventCriteria said, Criteria translated) {

    private static final ResourceKey<SourcedCriteria> LATEST = ResourceKey.withLabel("sourcedCriteria");

    /** Keeps the translation for the append. */
    static Criteria translating(EventCriteria said, @Nullable ProcessingContext context) {
        Criteria translated = Translation.criteria(said);
        if (context != null) {
            context.putResource(LATEST, new SourcedCriteria(said, translated));
        }
        return translated;
    }

    static Criteria translated(EventCriteria said, @Nullable ProcessingContext context) {
        SourcedCriteria latest = context == null ? null : context.getResource(LATEST);
        // not those that are merely equal: to compare them costs what it saves
        return latest != null && latest.said() == said ? latest.translated() : Translation.criteria(said);
    }
}
