package dev.andon.benchmarks.eventstore;

/** A log with our store on it, filled. */
record Fixture(Storage storage, Andon andon) implements AutoCloseable {

    static Fixture filled(Backend backend, int payloadBytes, long events) throws Exception {
        Storage storage = backend.create();
        Andon andon = new Andon(storage.log());
        andon.fill(payloadBytes, events);
        return new Fixture(storage, andon);
    }

    @Override
    public void close() throws Exception {
        storage.close();
    }
}
