package dev.andon.query.readmodel;

/** A read model is not yet where a reader asked it to be. */
public final class PositionNotReachedException extends RuntimeException {

    private final long wanted;
    private final long reached;

    PositionNotReachedException(String name, long wanted, long reached) {
        super("The read model '%s' reflects position %d, and position %d was asked for".formatted(name, reached,
                wanted));
        this.wanted = wanted;
        this.reached = reached;
    }

    public long wanted() {
        return wanted;
    }

    public long reached() {
        return reached;
    }
}
