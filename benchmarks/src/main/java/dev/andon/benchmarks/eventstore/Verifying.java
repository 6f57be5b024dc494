package dev.andon.benchmarks.eventstore;

import dev.andon.benchmarks.Figure;
import dev.andon.benchmarks.Machine;
import dev.andon.benchmarks.Target;
import dev.andon.benchmarks.VoidFigureException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What the command line that verifies a log costs, beside a program that only reads and hashes it, and whether it takes
 * more memory for a log twice as long. Each is a process of its own with a small heap, and its start counts.
 */
public final class Verifying {

    private static final Path JAR = Path.of("incident-standalone", "target", "incident-standalone.jar");
    private static final Path DIRECTORY = Path.of("benchmarks", "target", "verify");
    private static final int LARGE = 1_000_000;
    /** From here on the verifier has taken all the memory it ever takes: its tables grow with a small log. */
    private static final int SMALL = 500_000;
    private static final int ROUNDS = 3;
    private static final List<String> JAVA = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m", "--enable-native-access=ALL-UNNAMED");

    private Verifying() {}

    private record Finished(double seconds, double peakMegabytes) {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createTempDirectory(Files.createDirectories(DIRECTORY), "logs-");
        Machine.describe(directory).forEach(line -> System.out.println("# " + line));
        System.err.printf("Writing logs of %,d and %,d events%n", LARGE, SMALL);
        Path large = written(directory, LARGE);
        Path small = written(directory, SMALL);
        List<Finished> ours = new ArrayList<>();
        List<Finished> scans = new ArrayList<>();
        List<Finished> ofSmall = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ours.add(verify(large));
            scans.add(run("-cp", System.getProperty("java.class.path"), PlainScan.class.getName(), large.toString()));
            ofSmall.add(verify(small));
        }
        String what = "verify %,d events with 64 MB of heap".formatted(LARGE);
        List<Figure> figures = List.of(
                new Figure(what + ", against a scan that reads and hashes", LARGE / seconds(ours),
                        LARGE / seconds(scans), "events/s", Target.none()),
                new Figure(what + ", against %,d".formatted(SMALL), LARGE / seconds(ours), SMALL / seconds(ofSmall),
                        "events/s", Target.ratioAtLeast(0.9)),
                new Figure(what + ", peak memory of the process, against %,d".formatted(SMALL), megabytes(ours),
                        megabytes(ofSmall), "MB", Target.ratioAtMost(1.1)));
        figures.forEach(System.out::println);
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        System.exit(figures.stream().anyMatch(Figure::isMissed) ? 1 : 0);
    }

    private static Path written(Path directory, int events) {
        Path file = directory.resolve(events + ".db");
        LargeLog.write(file, events);
        return file;
    }

    private static Finished verify(Path log) throws Exception {
        return run("-jar", JAR.toString(), "verify", "--data-dir", log.toString());
    }

    /** Fails if the process does, so that a log that is at fault is no figure. */
    private static Finished run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(JAVA);
        command.addAll(Arrays.asList(arguments));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        double peak = 0;
        do {
            peak = Math.max(peak, peakMegabytes(process));
        } while (!process.waitFor(50, TimeUnit.MILLISECONDS));
        if (process.exitValue() != 0) {
            throw new VoidFigureException("%s ended with %d".formatted(command, process.exitValue()));
        }
        return new Finished((System.nanoTime() - start) / 1e9, peak);
    }

    /** What the kernel says that it has taken at most, heap and all else; 0 where there is no such file. */
    private static double peakMegabytes(Process process) throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        try {
            return Files.readAllLines(status, StandardCharsets.UTF_8).stream().filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElse(0) / 1024.0;
        } catch (IOException ended) {
            if (process.isAlive() && Files.exists(Path.of("/proc"))) {
                throw ended;
            }
            return 0;
        }
    }

    private static double seconds(List<Finished> rounds) {
        return rounds.stream().mapToDouble(Finished::seconds).sorted().skip(ROUNDS / 2).findFirst().orElseThrow();
    }

    private static double megabytes(List<Finished> rounds) {
        return rounds.stream().mapToDouble(Finished::peakMegabytes).max().orElseThrow();
    }
}
