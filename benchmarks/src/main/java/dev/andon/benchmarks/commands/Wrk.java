package dev.andon.benchmarks.commands;

import dev.andon.benchmarks.Outcome;
import dev.andon.benchmarks.VoidFigureException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * So many connections, each of which sends again when it is answered, at once or after a while. It is wrk that sends, for it costs
 * next to nothing: what asks takes its time from the same cores as what answers, and every ratio would come out nearer to
 * one for each microsecond that a slower client adds to both sides.
 *
 * <p>Its histogram holds more answers than there were: where an answer was long in coming, wrk adds those of the requests that
 * would have been sent meanwhile. That is right for percentiles; a rate made of it would count what was never sent.
 */
final class Wrk {

    static final int CONNECTIONS = 64;
    /** Who pause between their requests, so that a slow answer to one keeps the others from nothing. */
    static final int PAUSING_CONNECTIONS = 256;

    private static final String SCRIPT = """
            local number = 0
            request = function()
              number = number + 1
              return wrk.format("%s", %s, {["Content-Type"] = "application/json"}, %s)
            end
            done = function(summary, latency)
              local errors = summary.errors
              io.write("failed ", errors.connect + errors.read + errors.write + errors.timeout + errors.status, "\\n")
              io.write("took ", summary.duration, "\\n")
              io.write("requests ", summary.requests, "\\n")
              for i = 1, #latency do
                local microseconds, count = latency(i)
                io.write("answered ", microseconds, " ", count, "\\n")
              end
            end
            """;
    /** In milliseconds, exponentially distributed, as the pauses between independent callers are. */
    private static final String PAUSE = """
            delay = function()
              return math.floor(-math.log(1 - math.random()) * %d)
            end
            """;

    private final Path directory;

    private Wrk(Path directory) {
        this.directory = directory;
    }

    /** Fails, saying what to do, if it is not there. */
    static Wrk in(Path directory) throws IOException {
        try {
            new ProcessBuilder("wrk", "-v").redirectErrorStream(true).start().getInputStream().readAllBytes();
        } catch (IOException missing) {
            throw new IOException("wrk is needed, and not installed; on Debian: apt-get install wrk", missing);
        }
        return new Wrk(directory);
    }

    Outcome run(String address, Request request, int connections, Duration duration)
            throws IOException, InterruptedException {
        return run(address, scriptFor(request), request, connections, duration);
    }

    /** At this pace, or a little below it, for each connection pauses between an answer and its next request. */
    Outcome runAtPace(String address, Request request, double perSecond, Duration duration)
            throws IOException, InterruptedException {
        String pauses = PAUSE.formatted(Math.round(PAUSING_CONNECTIONS / perSecond * 1_000));
        return run(address, scriptFor(request) + pauses, request, PAUSING_CONNECTIONS, duration);
    }

    private Outcome run(String address, String text, Request request, int connections, Duration duration)
            throws IOException, InterruptedException {
        Path script = Files.writeString(directory.resolve("request.lua"), text);
        Process wrk = new ProcessBuilder("wrk", "-t1", "-c" + connections, "-d" + duration.toSeconds() + "s",
                "--timeout", "30s", "-s", script.toString(), address)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        wrk.waitFor();
        long failed = number(said, "failed ");
        if (failed > 0) {
            throw new VoidFigureException("%d requests of %s failed".formatted(failed, request));
        }
        Histogram latencies = new Histogram(Outcome.DIGITS);
        said.stream().filter(line -> line.startsWith("answered ")).map(line -> line.split(" ")).forEach(
                line -> latencies.recordValueWithCount(
                        TimeUnit.MICROSECONDS.toNanos(Long.parseLong(line[1])), Long.parseLong(line[2])));
        return new Outcome(
                number(said, "requests "), TimeUnit.MICROSECONDS.toNanos(number(said, "took ")), latencies);
    }

    private static String scriptFor(Request request) {
        String path = request.incidents() == 0
                ? "\"" + request.path() + "\""
                : "string.format(\"%s\", %d + number %% %d)".formatted(
                        request.path(), request.firstIncident(), request.incidents());
        return SCRIPT.formatted(request.method(), path,
                request.body().isEmpty() ? "nil" : "[[" + request.body() + "]]");
    }

    private static long number(List<String> said, String name) {
        return said.stream().filter(line -> line.startsWith(name)).findFirst()
                .map(line -> Long.parseLong(line.substring(name.length())))
                .orElseThrow(() -> new VoidFigureException("wrk said no more than " + said));
    }
}
