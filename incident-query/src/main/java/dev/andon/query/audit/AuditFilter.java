package dev.andon.query.audit;

import dev.andon.eventstore.Criteria;
import dev.andon.eventstore.RecordedEvent;
import dev.andon.eventstore.Tag;
import dev.andon.kernel.EventMetadata;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.json.EventCodec;
import dev.andon.query.http.Period;
import dev.andon.query.http.QueryParameters;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which events. An incident and a type are looked up in the log's index; who did it is looked for in what was found.
 *
 * @param recorded when it was recorded, not when it happened: nothing can be backdated there
 */
record AuditFilter(
        @Nullable IncidentId incident, @Nullable String type, @Nullable String actor, Period recorded, long after) {

    static AuditFilter in(QueryParameters parameters) {
        return new AuditFilter(
                parameters.optional("incident", IncidentId::new),
                parameters.optional("type", AuditFilter::typeNamed),
                parameters.optional("actor", String::toString),
                Period.in(parameters),
                Objects.requireNonNullElse(parameters.position("after"), 0L));
    }

    private static String typeNamed(String name) {
        if (EventCodec.names().contains(name)) {
            return name;
        }
        throw new IllegalArgumentException("must be one of " + String.join(", ", EventCodec.names()));
    }

    Criteria criteria() {
        Criteria tagged = incident == null
                ? Criteria.everything()
                : Criteria.tagged(Tag.of(incident.tag().key(), incident.tag().value()));
        return type == null ? tagged : tagged.andTypes(type);
    }

    boolean everything() {
        return incident == null && type == null;
    }

    /** Whoever did it, in whose name, or with whose credentials. */
    boolean matches(RecordedEvent event) {
        return actor == null || Stream.of(EventMetadata.ACTOR, EventMetadata.ACTOR_VIA, EventMetadata.CALLER)
                .anyMatch(key -> actor.equals(event.data().metadata().get(key)));
    }
}
