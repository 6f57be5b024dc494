package dev.andon.benchmarks.commands;

import dev.andon.benchmarks.ServerProcess;
import dev.andon.eventstore.AppendCondition;
import dev.andon.eventstore.EventData;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.Tag;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;

/**
 * A ceiling, not a rival: WebFlux and the same log, and nothing between. It takes any bytes for an event, reads nothing,
 * decides nothing, depends on nothing and counts nothing; its answer comes when the event is on disk, too.
 */
final class BareServer {

    static final String PATH = "/append";

    private final EventStore store;

    private BareServer(EventStore store) {
        this.store = store;
    }

    public static void main(String[] arguments) throws Exception {
        try (var store = new EventStore(SqliteEventLog.open(Path.of(arguments[0])), Clock.systemUTC())) {
            var server = HttpServer.create().host("127.0.0.1").port(0)
                    .handle(new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(routes(store))))
                    .bindNow();
            ServerProcess.answerQuestions("http://127.0.0.1:" + server.port());
            server.disposeNow();
        }
    }

    static RouterFunction<ServerResponse> routes(EventStore store) {
        return RouterFunctions.route().POST(PATH, new BareServer(store)::append).build();
    }

    private Mono<ServerResponse> append(ServerRequest request) {
        return request.bodyToMono(byte[].class)
                .flatMap(body -> store.append(List.of(event(body)), AppendCondition.none(), null))
                .flatMap(commit -> ServerResponse.ok().contentType(MediaType.APPLICATION_JSON)
                        .bodyValue("{\"position\": %d}".formatted(commit.last())));
    }

    private static EventData event(byte[] body) {
        return new EventData(UUID.randomUUID().toString(), "BareAppend", "1", Instant.now(),
                Set.of(Tag.of("bare", "append")), body, Map.of("actor", "local"));
    }
}
