package dev.andon.benchmarks.commands;

import dev.andon.benchmarks.VoidFigureException;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Sends what wrk cannot: a certain number of requests. */
final class Caller implements AutoCloseable {

    private static final int AT_ONCE = 64;
    private static final Pattern INCIDENT = Pattern.compile("INC-(\\d+)");

    private final ConnectionProvider connections = ConnectionProvider.builder("caller")
            .maxConnections(AT_ONCE)
            .pendingAcquireMaxCount(-1)
            .build();
    private final HttpClient http;
    private final AtomicLong answered = new AtomicLong();

    Caller(String address) {
        this.http = HttpClient.create(connections).baseUrl(address)
                .headers(headers -> headers.set("Content-Type", "application/json"));
    }

    /** How many commands were answered that they are recorded. */
    long answered() {
        return answered.get();
    }

    Mono<String> send(Request request, long number) {
        return http.request(HttpMethod.valueOf(request.method()))
                .uri(request.path(number))
                .send(Mono.just(Unpooled.wrappedBuffer(request.body().getBytes(StandardCharsets.UTF_8))))
                .responseSingle((response, body) -> body.asString().defaultIfEmpty("").doOnNext(text -> {
                    if (response.status().code() >= 300) {
                        throw new VoidFigureException(request + " was answered " + response.status() + ": " + text);
                    }
                    answered.incrementAndGet();
                }));
    }

    /** Many at once. */
    void sendAll(Request request, long count) {
        Flux.range(0, Math.toIntExact(count)).flatMap(number -> send(request, number), AT_ONCE).blockLast();
    }

    /** One after the other; nanoseconds. */
    long timeOf(Request request, int count) {
        long start = System.nanoTime();
        Flux.range(0, count).concatMap(number -> send(request, number)).blockLast();
        return System.nanoTime() - start;
    }

    /** The number of the first of so many new incidents that nobody else's come between. */
    long declare(long count) {
        long first = numberIn(Objects.requireNonNull(send(Request.declare(), 0).block()));
        sendAll(Request.declare(), count - 1);
        return first;
    }

    private static long numberIn(String answer) {
        Matcher incident = INCIDENT.matcher(answer);
        if (!incident.find()) {
            throw new VoidFigureException("No incident in " + answer);
        }
        return Long.parseLong(incident.group(1));
    }

    @Override
    public void close() {
        connections.dispose();
    }
}
