package dev.andon.benchmarks.eventstore;

import dev.andon.eventstore.EventLog;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The bytes of the commits at the end of a file, and a sync: what the disk alone takes. Nothing can be found in it. */
final class BareFile implements Ceiling.Twin<StoredCommit> {

    static final String NAME = "a bare append+fsync loop";

    private final EventLog original;
    private final FileChannel file;

    BareFile(EventLog original, Path path) throws IOException {
        this.original = original;
        this.file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<StoredCommit> behind(long position, int limit) {
        return StoredCommit.behind(original, position, limit);
    }

    @Override
    public long lastPosition(StoredCommit commit) {
        return commit.last();
    }

    @Override
    public void write(List<StoredCommit> commits) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(commits.stream().mapToInt(commit -> commit.body().length).sum());
        commits.forEach(commit -> bytes.put(commit.body()));
        bytes.flip();
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        file.force(false);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
