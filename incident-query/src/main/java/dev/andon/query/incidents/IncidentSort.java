package dev.andon.query.incidents;

import dev.andon.query.readmodel.Cursor;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.DocumentQuery;
import java.util.List;
import java.util.stream.Stream;

/**
 * In which order. A cursor names the order it belongs to: in another one it would skip some incidents and repeat others,
 * and nobody would notice.
 */
record IncidentSort(String field, boolean descending) {

    static final IncidentSort NEWEST_FIRST = new IncidentSort(IncidentsProjection.DECLARED_AT, true);

    private static final List<IncidentSort> ALL = Stream
            .of(IncidentsProjection.DECLARED_AT, IncidentsProjection.SEVERITY, IncidentsProjection.STATUS)
            .flatMap(field -> Stream.of(new IncidentSort(field, false), new IncidentSort(field, true)))
            .toList();

    static IncidentSort named(String name) {
        return ALL.stream()
                .filter(sort -> sort.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of %s; the minus means descending"
                        .formatted(String.join(", ", ALL.stream().map(IncidentSort::name).toList()))));
    }

    String name() {
        return (descending ? "-" : "") + field;
    }

    DocumentQuery apply(DocumentQuery query) {
        return query.sortedBy(field);
    }

    /** The place in this order that {@link #apply} gives it, for incidents that no index holds as well. */
    Cursor placeOf(Incident incident) {
        String value = switch (field) {
            case IncidentsProjection.SEVERITY -> incident.severity().name();
            case IncidentsProjection.STATUS -> incident.status().name();
            default -> IncidentsProjection.sortable(incident.declaredAt());
        };
        return new Cursor(value, DocumentKey.single(incident.incidentId().value()));
    }
}
