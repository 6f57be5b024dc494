package dev.andon.query.timeline;

import dev.andon.query.http.Answer;
import dev.andon.query.http.Format;
import dev.andon.query.http.PathVariables;
import dev.andon.query.http.QueryParameters;
import dev.andon.query.http.Viewpoints;
import dev.andon.query.readmodel.ReadModel;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
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

    /** What is told of it, as JSON; fails with a problem, 404, if there was no such incident. */
    public Mono<ResponseEntity<byte[]>> answered(
            String incidentId, ServerWebExchange exchange, Function<IncidentHistory, Object> told) {
        return asked(incidentId, exchange)
                .map(history -> Answer.json(told.apply(history)).about(history.version()).entity());
    }

    /** What was known at the viewpoint that is asked for; fails with a problem, 404, if there was no such incident. */
    private Mono<IncidentHistory> asked(String incidentId, ServerWebExchange exchange) {
        Format.wanted(exchange.getRequest(), Format.JSON);
        QueryParameters parameters = QueryParameters.of(exchange.getRequest());
        Viewpoints.Asked asked = viewpoints.in(parameters);
        parameters.refuseOthers();
        var incident = PathVariables.incident(incidentId);
        return viewpoints.of(exchange, asked, entries)
                .flatMap(viewpoint -> IncidentHistory.find(entries, incident, viewpoint));
    }
}
