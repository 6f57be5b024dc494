package dev.andon.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What the figures were read on. Without it they are numbers. */
public final class Machine {

    private static final Set<String> IN_MEMORY = Set.of("tmpfs", "ramfs", "devtmpfs");

    private Machine() {}

    /** Refuses a directory in memory, where a sync costs nothing and every ratio against one would be wrong. */
    public static List<String> describe(Path directory) throws IOException {
        FileStore disk = Files.getFileStore(directory);
        if (IN_MEMORY.contains(disk.type())) {
            throw new IllegalStateException(directory + " is kept in memory (" + disk.type() + "), not on a disk");
        }
        Runtime runtime = Runtime.getRuntime();
        return List.of("%s %s, heap %d MB".formatted(System.getProperty("java.vm.name"),
                System.getProperty("java.runtime.version"), runtime.maxMemory() >> 20),
                "%d cores, %s, %s %s".formatted(runtime.availableProcessors(), processor(),
                        System.getProperty("os.name"), System.getProperty("os.version")),
                "files on %s (%s)".formatted(disk.name(), disk.type()));
    }

    private static String processor() throws IOException {
        Path facts = Path.of("/proc/cpuinfo");
        return Files.isReadable(facts)
                ? Files.readAllLines(facts, StandardCharsets.UTF_8).stream()
                        .filter(line -> line.startsWith("model name"))
                        .findFirst().map(line -> line.substring(line.indexOf(':') + 2))
                        .orElse(System.getProperty("os.arch"))
                : System.getProperty("os.arch");
    }
}
