package dev.andon.query.timeline;

import dev.andon.query.http.Format;
import dev.andon.query.http.PathVariables;
import dev.andon.query.http.QueryParameters;
import dev.andon.query.http.Viewpoints;
import dev.andon.query.readmodel.ReadModel;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** For the questions about one incident, or about something inside it, that take a viewpoint alone and are answered as JSON. */
public final class IncidentHistories {

    private final ReadModel<Entry> entries;
    private final Viewpoints viewpoints;

    public IncidentHistories(ReadModel<Entry> entries, Viewpoints viewpoints) {
        this.entries = entries;
        this.viewpoints = viewpoints;
    }

    /** What was known at the viewpoint that is asked for; fails with a problem, 404, if there was no such incident. */
    public Mono<IncidentHistory> asked(String incidentId, ServerWebExchange exchange) {
        Format.wanted(exchange.getRequest(), Format.JSON);
        QueryParameters parameters = QueryParameters.of(exchange.getRequest());
        Viewpoints.Asked asked = viewpoints.in(parameters);
        parameters.refuseOthers();
        var incident = PathVariables.incident(incidentId);
        return viewpoints.of(exchange, asked, entries)
                .flatMap(viewpoint -> IncidentHistory.find(entries, incident, viewpoint));
    }
}
