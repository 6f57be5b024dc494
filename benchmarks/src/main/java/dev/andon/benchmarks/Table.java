package dev.andon.benchmarks;

import java.util.List;
import java.util.concurrent.Callable;

/** Prints each row as soon as it is there, and remembers whether a target was missed. */
public final class Table {

    private final long start = System.nanoTime();
    private int missed;
    private int unmeasured;

    /** Rows that were measured together; one line in their place if what was measured turns out to be worth nothing. */
    public void measure(String what, Callable<List<Row>> measuring) throws Exception {
        System.err.printf("%4d s: %s%n", (System.nanoTime() - start) / 1_000_000_000, what);
        List<Row> rows;
        try {
            rows = measuring.call();
        } catch (VoidFigureException faulty) {
            System.err.println(faulty.getMessage());
            rows = List.of(new Unmeasured(what, "void", true));
        }
        for (Row row : rows) {
            System.out.println(row);
            missed += row.isMissed() ? 1 : 0;
            unmeasured += row instanceof Unmeasured ? 1 : 0;
        }
    }

    /** Says how it ended; returns whether every target was met that could be measured. */
    public boolean isMet() {
        System.err.printf("%d targets missed, %d rows not measured%n", missed, unmeasured);
        return missed == 0;
    }
}
