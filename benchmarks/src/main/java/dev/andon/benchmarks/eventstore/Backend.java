package dev.andon.benchmarks.eventstore;

/** Where logs are kept. */
interface Backend extends AutoCloseable {

    /** What its rows begin with. */
    String name();

    /** What it is, for who reads the figures. */
    String description();

    /** Whether it only speaks the protocol: its reads by tag, its disk and its durability are not those of the real one. */
    boolean isStandIn();

    /** An empty one. */
    Storage create() throws Exception;

    @Override
    void close() throws Exception;
}
