package dev.andon.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another JVM that takes a line and gives a line. It ends when nobody writes to it any more, so it never outlives us. */
public final class JavaProcess implements AutoCloseable {

    private final Process process;
    private final PrintWriter out;
    private final BufferedReader in;

    private JavaProcess(Process process) {
        this.process = process;
        this.out = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        this.in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    public static String ownClassPath() {
        return System.getProperty("java.class.path");
    }

    public static JavaProcess start(String classPath, String heap, String... mainAndArguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xms" + heap, "-Xmx" + heap,
                "-Dslf4j.internal.verbosity=ERROR", "--sun-misc-unsafe-memory-access=allow", "-cp", classPath);
        builder.command().addAll(List.of(mainAndArguments));
        return new JavaProcess(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    public String ask(String line) throws IOException {
        out.println(line);
        return read();
    }

    public String read() throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new IOException("The other process has ended; what it said is above");
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        try (Writer ending = out) {
            ending.flush();
        }
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
