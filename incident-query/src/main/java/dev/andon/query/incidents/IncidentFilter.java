package dev.andon.query.incidents;

import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.Severity;
import dev.andon.query.http.Period;
import dev.andon.query.http.QueryParameters;
import dev.andon.query.readmodel.DocumentQuery;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents. Status, severity and period are looked up for the present, but an index knows nothing of the past; a
 * service and a text are looked for in what was found, since an incident has several of each.
 */
record IncidentFilter(
        @Nullable IncidentStatus status,
        @Nullable Severity severity,
        Period declared,
        @Nullable String service,
        @Nullable String text) {

    static IncidentFilter in(QueryParameters parameters) {
        return new IncidentFilter(
                parameters.constant("status", IncidentStatus.class),
                parameters.constant("severity", Severity.class),
                Period.in(parameters),
                parameters.optional("service", String::toString),
                parameters.optional("q", String::toString));
    }

    DocumentQuery narrow(DocumentQuery query) {
        DocumentQuery narrowed = query;
        if (status != null) {
            narrowed = narrowed.where(IncidentsProjection.STATUS, status.name());
        }
        if (severity != null) {
            narrowed = narrowed.where(IncidentsProjection.SEVERITY, severity.name());
        }
        Instant from = declared.from();
        if (from != null) {
            narrowed = narrowed.whereAtLeast(IncidentsProjection.DECLARED_AT, IncidentsProjection.sortable(from));
        }
        Instant to = declared.to();
        if (to != null) {
            narrowed = narrowed.whereBelow(IncidentsProjection.DECLARED_AT, IncidentsProjection.sortable(to));
        }
        return narrowed;
    }

    /** Whether what {@link #narrow} finds is all that it asks for, so that nobody need look at more. */
    boolean isIndexed() {
        return service == null && text == null;
    }

    boolean matches(Incident incident) {
        return (status == null || incident.status() == status)
                && (severity == null || incident.severity() == severity)
                && declared.contains(incident.declaredAt())
                && (service == null || incident.services().contains(service))
                && (text == null || mentions(incident, text));
    }

    private static boolean mentions(Incident incident, String text) {
        String sought = text.toLowerCase(Locale.ROOT);
        return Stream.concat(
                Stream.of(incident.incidentId().value(), incident.title()),
                Stream.of(incident.summary(), incident.resolution()).flatMap(Stream::ofNullable))
                .anyMatch(written -> written.toLowerCase(Locale.ROOT).contains(sought));
    }
}
