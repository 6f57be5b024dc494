package dev.andon.benchmarks.queries;

import dev.andon.benchmarks.Figure;
import dev.andon.benchmarks.Row;
import dev.andon.benchmarks.ServerProcess;
import dev.andon.benchmarks.Table;
import dev.andon.benchmarks.Target;
import dev.andon.benchmarks.VoidFigureException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * Whether the journal needs memory for what is read and not for what there is: a server whose heap is a fraction of the journal,
 * and somebody who takes the beginning, then nothing for a while, then all the rest.
 */
public final class JournalBenchmark {

    private static final long EVENTS = 300_000;
    private static final int INCIDENTS = 3_000;
    private static final int HEAP = 64;
    private static final int BEGINNING = 1 << 16;
    private static final double MOST_ADDED = 16;
    private static final double MEGABYTE = 1 << 20;

    private JournalBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createTempDirectory("andon-journal");
        boolean met;
        try {
            long events = LifelikeLog.write(directory, EVENTS, INCIDENTS);
            var table = new Table();
            try (var server = ServerProcess.start(JournalServer.class, directory, HEAP + "m")) {
                table.measure("the journal of %d events".formatted(events), () -> measure(server, events));
            }
            met = table.isMet();
        } finally {
            FileSystemUtils.deleteRecursively(directory);
        }
        System.exit(met ? 0 : 1);
    }

    private static List<Row> measure(ServerProcess server, long events) throws Exception {
        double before = server.heapInMegabytes();
        var request = HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/audit/journal")).build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new VoidFigureException("The journal was answered " + answer.statusCode());
        }
        try (InputStream journal = answer.body()) {
            var taken = new Taken();
            taken.add(journal.readNBytes(BEGINNING));
            double waiting = server.heapInMegabytes();
            for (byte[] part = journal.readNBytes(BEGINNING); part.length > 0; part = journal.readNBytes(BEGINNING)) {
                taken.add(part);
            }
            if (taken.lines != events) {
                throw new VoidFigureException("The journal has %d lines of %d".formatted(taken.lines, events));
            }
            return List.of(
                    new Figure("heap while nobody takes the journal, against before", waiting, before, "MB",
                            new Target("+ <= %.0f MB".formatted(MOST_ADDED),
                                    figure -> figure.ours() - figure.baseline() <= MOST_ADDED)),
                    new Figure("heap after the journal, against before", server.heapInMegabytes(), before, "MB",
                            new Target("+ <= %.0f MB".formatted(MOST_ADDED),
                                    figure -> figure.ours() - figure.baseline() <= MOST_ADDED)),
                    new Figure("the whole journal, against all the heap there is", taken.bytes / MEGABYTE, HEAP, "MB",
                            Target.ratioAtLeast(3)));
        }
    }

    private static final class Taken {

        private long bytes;
        private long lines;

        void add(byte[] part) {
            bytes += part.length;
            for (byte each : part) {
                lines += each == '\n' ? 1 : 0;
            }
        }
    }
}
