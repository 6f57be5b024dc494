package dev.andon.benchmarks.queries;

import dev.andon.benchmarks.Figure;
import dev.andon.benchmarks.Outcome;
import dev.andon.benchmarks.Row;
import dev.andon.benchmarks.ServerProcess;
import dev.andon.benchmarks.Target;
import dev.andon.benchmarks.Unmeasured;
import dev.andon.benchmarks.VoidFigureException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.Histogram;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** What it costs to be listened to: memory for each who listens, and how long it takes until all of them have heard. */
final class Subscribing {

    private static final String PATH = "/api/v1/timeline";
    private static final String WHAT = "subscribers of all timelines";
    private static final String FINDING = "{\"kind\": \"OBSERVATION\", \"text\": \"The error rate goes up\"}";
    private static final int RECORDED = 30;
    private static final Duration PACE = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Plan plan;
    private final Asker asker;
    private final ServerProcess server;
    private final Map<Long, Queue<Long>> heardAt = new ConcurrentHashMap<>();
    private final LongAdder heard = new LongAdder();

    Subscribing(Plan plan, Asker asker, ServerProcess server) {
        this.plan = plan;
        this.asker = asker;
        this.server = server;
    }

    List<Row> measure() throws Exception {
        if (!asker.isThere(PATH + "?limit=1")) {
            return List.of(new Unmeasured(WHAT, "not measured: nobody answers that", false));
        }
        String position = asker.post("/api/v1/incidents", """
                {"title": "Everybody listens", "severity": "SEV2", "services": ["checkout"],
                 "detection": {"source": "ALERT"}}""");
        String incident = "/api/v1/incidents/INC-" + (plan.incidents() + 2);
        Map<Long, Long> sentAt = new HashMap<>();
        double before = server.heapInMegabytes();
        ConnectionProvider connections = ConnectionProvider.builder("subscribers").maxConnections(plan.subscribers())
                .pendingAcquireMaxCount(-1).build();
        var connected = new AtomicInteger();
        Disposable listening = Flux.range(0, plan.subscribers())
                .flatMap(_ -> HttpClient.create(connections).baseUrl(server.address())
                        .headers(headers -> headers.set("Accept", "text/event-stream").set("Last-Event-ID", position))
                        .get().uri(PATH)
                        .response((response, body) -> {
                            if (response.status().code() == 200) {
                                connected.incrementAndGet();
                            }
                            var listener = new Listener();
                            return body.asString(StandardCharsets.UTF_8).doOnNext(listener::hear);
                        }).onErrorComplete(), plan.subscribers())
                .subscribe();
        try {
            awaitUntil(() -> connected.get() == plan.subscribers(), "not all could connect");
            double with = server.heapInMegabytes();
            for (int number = 0; number < RECORDED; number++) {
                long start = System.nanoTime();
                long recorded = Long.parseLong(asker.post(incident + "/findings", FINDING));
                sentAt.put(recorded, start);
                Thread.sleep(PACE);
            }
            awaitUntil(() -> heard.sum() >= (long) RECORDED * plan.subscribers(), "not all have heard all");
            Histogram delivery = new Histogram(Outcome.DIGITS);
            sentAt.forEach((event, sent) -> heardAt.getOrDefault(event, new ConcurrentLinkedQueue<>())
                    .forEach(arrived -> delivery.recordValue(arrived - sent)));
            return List.of(
                    new Figure("heap for each of %,d %s".formatted(plan.subscribers(), WHAT),
                            (with - before) * 1024 / plan.subscribers(), before * 1024 / plan.subscribers(), "KiB",
                            Target.none()),
                    new Figure(
                            "from sent to heard by each of %,d %s, p99, against p50".formatted(plan.subscribers(),
                                    WHAT),
                            milliseconds(delivery, 99), milliseconds(delivery, 50), "ms", Target.none()));
        } finally {
            listening.dispose();
            connections.dispose();
        }
    }

    private static double milliseconds(Histogram delivery, double percentile) {
        return delivery.getValueAtPercentile(percentile) / 1e6;
    }

    private static void awaitUntil(BooleanSupplier reached, String otherwise) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new VoidFigureException(otherwise);
            }
            Thread.sleep(20);
        }
    }

    /** One of them; what arrives is cut anywhere. */
    private final class Listener {

        private final StringBuilder rest = new StringBuilder();

        void hear(String text) {
            long now = System.nanoTime();
            rest.append(text);
            for (int end = rest.indexOf("\n"); end >= 0; end = rest.indexOf("\n")) {
                String line = rest.substring(0, end);
                rest.delete(0, end + 1);
                if (line.startsWith("id:")) {
                    heardAt.computeIfAbsent(Long.parseLong(line.substring("id:".length()).strip()),
                            _ -> new ConcurrentLinkedQueue<>()).add(now);
                    heard.increment();
                }
            }
        }
    }
}
