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
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
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
 * decides nothing, depends on nothing and counts nothing; its answer comes when the event is on disk, too. What it appends
 * has the tags, the metadata and the length of what the command records that it is compared with, or a command with more
 * to find it by would seem to cost more on its way there.
 */
final class BareServer {

    static final String DECLARATION = "/append/declaration";
    static final String FINDING = "/append/finding";

    private static final int INCIDENTS = 500;
    private static final int FINDING_IDS = 1 << 24;

    private final EventStore store;
    private final AtomicLong appended = new AtomicLong();

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
        var server = new BareServer(store);
        return RouterFunctions.route()
                .POST(DECLARATION, request -> server.append(request, "BareDeclaration", BareServer::tagsOfDeclaration))
                .POST(FINDING, request -> server.append(request, "BareFinding", BareServer::tagsOfFinding))
                .build();
    }

    private Mono<ServerResponse> append(ServerRequest request, String type, LongFunction<Set<Tag>> tags) {
        return request.bodyToMono(byte[].class)
                .map(body -> event(type, tags.apply(appended.incrementAndGet()), body))
                .flatMap(event -> store.append(List.of(event), AppendCondition.none(), null))
                .flatMap(commit -> ServerResponse.ok().contentType(MediaType.APPLICATION_JSON)
                        .bodyValue("{\"position\": %d}".formatted(commit.last())));
    }

    private static Set<Tag> tagsOfDeclaration(long number) {
        return Set.of(Tag.of("bareIncident", "INC-" + number), Tag.of("service", "checkout"));
    }

    private static Set<Tag> tagsOfFinding(long number) {
        int finding = ThreadLocalRandom.current().nextInt(FINDING_IDS);
        return Set.of(Tag.of("bareIncident", "INC-" + number % INCIDENTS),
                Tag.of("finding", "F-" + Integer.toString(finding, Character.MAX_RADIX)));
    }

    private static EventData event(String type, Set<Tag> tags, byte[] body) {
        String id = UUID.randomUUID().toString();
        return new EventData(id, type, "1", Instant.now(), tags, body, Map.of("actor", "local", "caller", "local",
                "channel", "API", "causationId", id, "correlationId", id));
    }
}
