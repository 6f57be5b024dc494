package dev.andon.benchmarks;

/** What was measured is not what was to be measured. */
public final class VoidFigureException extends RuntimeException {

    public VoidFigureException(String message) {
        super(message);
    }
}
