package dev.andon.benchmarks.eventstore;

import dev.andon.benchmarks.JavaProcess;
import dev.andon.benchmarks.Outcome;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * The engine that Axon 4 has for MongoDB, on the same server, in a JVM of its own: its classes and ours share their names.
 * It orders events by time, with gaps that appear later, and knows no conditions but a sequence number for each aggregate;
 * so it does less for an append.
 */
final class AxonFour implements Contender {

    static final String NAME = "the Axon 4 engine";

    private final JavaProcess process;

    private AxonFour(JavaProcess process) {
        this.process = process;
    }

    static AxonFour on(String uri) throws IOException {
        Path module = Path.of("benchmarks", "axon4", "target");
        return new AxonFour(JavaProcess.start(
                module.resolve("classes") + File.pathSeparator + module.resolve("lib").resolve("*"), "2g",
                "dev.andon.benchmarks.axon4.AxonFourEngine", uri, "andon_benchmark_axon4_" + Workload.newId()));
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Begins anew with so many events. */
    void fill(int payloadBytes, long events) throws IOException {
        outcome(process.ask("fill %d %d".formatted(payloadBytes, events)));
    }

    @Override
    public Outcome append(Workload workload, Duration duration) throws IOException {
        return outcome(process.ask("append %d %d %d %d".formatted(workload.payloadBytes(), workload.writers(),
                workload.eventsPerCommit(), duration.toMillis())));
    }

    Outcome replay() throws IOException {
        return outcome(process.ask("replay"));
    }

    private static Outcome outcome(String answer) {
        String[] fields = answer.split(" ");
        try {
            return new Outcome(Long.parseLong(fields[0]), Long.parseLong(fields[1]), Histogram
                    .decodeFromCompressedByteBuffer(ByteBuffer.wrap(Base64.getDecoder().decode(fields[2])), 0));
        } catch (DataFormatException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
