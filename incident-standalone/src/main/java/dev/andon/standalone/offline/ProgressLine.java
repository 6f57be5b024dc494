package dev.andon.standalone.offline;

import dev.andon.eventstore.LogVerifier;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongSupplier;

/** How far it is, how fast and how long still: one line that is written anew on a terminal, a line now and then elsewhere. */
final class ProgressLine implements LogVerifier.Progress {

    private static final Duration ON_A_TERMINAL = Duration.ofMillis(250);
    private static final Duration IN_A_FILE = Duration.ofSeconds(10);

    private final PrintWriter err;
    private final boolean rewriting;
    private final long interval;
    private final LongSupplier nanoTime;
    private final long start;
    private long lastShown;

    ProgressLine(PrintWriter err, boolean rewriting, Duration interval, LongSupplier nanoTime) {
        this.err = err;
        this.rewriting = rewriting;
        this.interval = interval.toNanos();
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.lastShown = start;
    }

    static ProgressLine on(PrintWriter err) {
        Console console = System.console();
        boolean terminal = console != null && console.isTerminal();
        return new ProgressLine(err, terminal, terminal ? ON_A_TERMINAL : IN_A_FILE, System::nanoTime);
    }

    /** @param end 0 if nobody knows */
    @Override
    public void reached(long position, long end) {
        long now = nanoTime.getAsLong();
        if (now - lastShown < interval) {
            return;
        }
        lastShown = now;
        double seconds = (now - start) / 1e9;
        double rate = position / seconds;
        // a server that is running writes on behind the end that was seen first
        long left = Math.max(0, end - position);
        String line = end == 0
                ? "%,d events  %,.0f events/s".formatted(position, rate)
                : "%3d %%  %,d events  %,.0f events/s  %,.0f s left".formatted(
                        100 * position / Math.max(end, position), position, rate, left / rate);
        if (rewriting) {
            err.print("\r" + line + "\033[K");
        } else {
            err.println(line);
        }
        err.flush();
    }

    /** Leaves nothing behind on a terminal. */
    void end() {
        if (rewriting) {
            err.print("\r\033[K");
            err.flush();
        }
    }
}
