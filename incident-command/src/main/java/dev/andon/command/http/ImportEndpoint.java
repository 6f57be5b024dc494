package dev.andon.command.http;

import dev.andon.command.decision.NoVersionToExpect;
import dev.andon.kernel.ProblemDetails;
import dev.andon.kernel.json.AndonJson;
import dev.andon.monitoring.Correlation;
import dev.andon.monitoring.Ending;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A stream of commands in, a stream of answers out, in order, each as soon as its line is decided. */
public final class ImportEndpoint {

    private static final DataBufferFactory BUFFERS = DefaultDataBufferFactory.sharedInstance;

    private final Commands commands;
    private final RuleThreads threads;
    private final Limits limits;
    private final Ending ending;

    ImportEndpoint(Commands commands, RuleThreads threads, Limits limits, Ending ending) {
        this.commands = commands;
        this.threads = threads;
        this.limits = limits;
        this.ending = ending;
    }

    /** Imports lines that do not come over HTTP; answers how many were accepted. Repeating it records nothing again. */
    public Mono<Long> importOnce(String idempotencyKey, Flux<DataBuffer> lines) {
        return results(lines, Caller.importing(idempotencyKey), Correlation.started())
                .filter(result -> result.status() < 300)
                .count();
    }

    /** Refused with a status only as long as no line is answered: there is no way back to one. */
    Mono<Void> post(ServerWebExchange exchange) {
        return Mono.fromCallable(() -> results(exchange))
                .map(results -> stream(results, exchange.getResponse()))
                .onErrorResume(failure -> Mono.just(Responses.refusal(exchange, failure)))
                .flatMap(Function.identity());
    }

    private Flux<Import.Result> results(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        CommandEndpoint.requireAcceptable(request, MediaType.APPLICATION_NDJSON);
        requireNdjson(request.getHeaders());
        QueryString.refuseForImports(request.getQueryParams());
        Caller caller = Caller.of(exchange);
        if (EntityTags.in(request.getHeaders()).isPresent()) {
            throw new NoVersionToExpect();
        }
        return results(request.getBody(), caller, Correlation.of(exchange));
    }

    private static Mono<Void> stream(Flux<Import.Result> results, ServerHttpResponse response) {
        response.setStatusCode(HttpStatus.OK);
        response.getHeaders().setContentType(MediaType.APPLICATION_NDJSON);
        return response.writeAndFlushWith(results.map(result -> Flux.just(BUFFERS.wrap(lineOf(result)))));
    }

    private Flux<Import.Result> results(Flux<DataBuffer> bytes, Caller caller, Correlation correlation) {
        return Flux.defer(() -> {
            var run = new Import(commands, caller, correlation);
            var silence = new Silence(limits.importSilence());
            Flux<Line> lines = Lines.of(bytes.doOnNext(_ -> silence.broken()), Body.MAX_BYTES)
                    .filter(line -> !line.isBlank())
                    .doOnComplete(run::allHaveCome);
            return silence.endOf(ending.ending(lines)
                    .concatMap(line -> threads.in(correlation, () -> run.post(line))
                            .doOnNext(_ -> silence.broken()), 1))
                    .concatWith(Mono.defer(() -> Mono.justOrEmpty(run.cutShort())))
                    .onErrorResume(TimeoutException.class, _ -> Mono.just(run.brokenOff()));
        });
    }

    private static byte[] lineOf(Import.Result result) {
        return (AndonJson.mapper().writeValueAsString(result) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void requireNdjson(HttpHeaders headers) {
        if (!Body.isSaidToBe(MediaType.APPLICATION_NDJSON, headers)) {
            throw new MalformedRequest(ProblemDetails.of(
                    415,
                    "unsupported-media-type",
                    "The body is in the wrong format",
                    "Send the lines as application/x-ndjson."));
        }
    }
}
