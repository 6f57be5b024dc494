package dev.andon.query.services;

import dev.andon.apidocs.CommonHeaders;
import dev.andon.apidocs.ProblemTypes;
import dev.andon.query.chronicles.Chronicles;
import dev.andon.query.chronicles.Kind;
import dev.andon.query.chronicles.Shelf;
import dev.andon.query.http.Format;
import dev.andon.query.http.Paging;
import dev.andon.query.http.PathVariables;
import dev.andon.query.http.QueryParameters;
import dev.andon.query.http.Question;
import dev.andon.query.http.Viewpoints;
import dev.andon.query.readmodel.Cursor;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The services: all, or one. */
@RestController
public final class ServiceController {

    public static final List<Question> QUESTIONS = List.of(
            new Question(
                    "/api/v1/services", "services", "Questions: Services and changes", "All services, by name",
                    "What is promised of each, and how it was when somebody last looked.",
                    ServiceList.class, List.of(Format.JSON), List.of(),
                    Stream.of(Paging.PARAMETERS, Viewpoints.PARAMETERS).flatMap(List::stream).toList(),
                    List.of(CommonHeaders.LINK)),
            new Question(
                    "/api/v1/services/{service}", "service", "Questions: Services and changes", "One service",
                    "What is promised of it, what was promised before, and how it was when somebody last looked.",
                    Service.class, List.of(Format.JSON),
                    List.of(new Question.Named("service", String.class, "checkout", ProblemTypes.SERVICE_NOT_FOUND)),
                    Viewpoints.PARAMETERS, List.of()));

    private final Shelf<Service> services;

    /** One page of services. */
    record ServiceList(long position, List<Service> services) {}

    public ServiceController(Chronicles chronicles, Viewpoints viewpoints) {
        this.services = new Shelf<>(chronicles, viewpoints, Kind.SERVICES, new ServiceLedger(chronicles)::of);
    }

    @GetMapping("/api/v1/services")
    Mono<ResponseEntity<byte[]>> services(ServerWebExchange exchange) {
        var asked = services.in(QueryParameters.of(exchange.getRequest()), false);
        return services.list(
                exchange, asked, _ -> true,
                service -> new Cursor(service.name(), Kind.SERVICES.named(service.name())), ServiceList::new);
    }

    @GetMapping("/api/v1/services/{service}")
    Mono<ResponseEntity<byte[]>> service(@PathVariable String service, ServerWebExchange exchange) {
        String name = PathVariables.service(service);
        return services.one(
                exchange, Kind.SERVICES.named(name), "service", name);
    }
}
