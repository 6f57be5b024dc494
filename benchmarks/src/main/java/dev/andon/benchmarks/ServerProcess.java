package dev.andon.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A server in a JVM of its own, whose heap can be asked for. */
public final class ServerProcess implements AutoCloseable {

    private static final String HEAP = "512m";
    /** As {@code ./andon} and the images start it. */
    private static final List<String> SHORT_PAUSES = List.of("-XX:MaxTenuringThreshold=0", "-XX:MaxGCPauseMillis=10",
            "-XX:-G1UseAdaptiveIHOP", "-XX:InitiatingHeapOccupancyPercent=50");
    private static final String HEAP_QUESTION = "heap";

    private final JavaProcess process;
    private final String address;

    private ServerProcess(JavaProcess process, String address) {
        this.process = process;
        this.address = address;
    }

    public static ServerProcess start(Class<?> server, Path directory) throws IOException {
        return start(server, directory, HEAP);
    }

    /** @param heap as the JVM takes it: {@code 64m} */
    public static ServerProcess start(Class<?> server, Path directory, String heap) throws IOException {
        var command = new ArrayList<>(SHORT_PAUSES);
        command.addAll(List.of(server.getName(), directory.toString()));
        JavaProcess process = JavaProcess.start(
                JavaProcess.ownClassPath(), heap, command.toArray(String[]::new));
        return new ServerProcess(process, process.read());
    }

    /** What a server's main method does once it listens, until nobody asks any more. */
    public static void answerQuestions(String address) throws IOException {
        System.out.println(address);
        var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String question = questions.readLine(); question != null; question = questions.readLine()) {
            System.out.println(question.equals(HEAP_QUESTION) ? heapInUse() : 0);
        }
    }

    /** Twice, for what the first collection only finds to be unreachable. */
    private static long heapInUse() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    public String address() {
        return address;
    }

    public double heapInMegabytes() throws IOException {
        return Long.parseLong(process.ask(HEAP_QUESTION)) / (1024.0 * 1024);
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
