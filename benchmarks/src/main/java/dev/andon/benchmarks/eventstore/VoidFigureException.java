package dev.andon.benchmarks.eventstore;

/** What was measured is not what was to be measured. */
final class VoidFigureException extends RuntimeException {

    VoidFigureException(String message) {
        super(message);
    }
}
