package dev.andon.eventstore.sqlite;

import dev.andon.eventstore.StoreRefusedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A store has one owner: the log keeps its head in memory, and a second process would append behind a head that is no
 * longer the end. The operating system drops the lock when the owner dies, however it dies; so a lock file that is left
 * behind does not mean that there is one.
 *
 * <p>It does mean that there was a store, if it says so. A file that was cut to nothing looks like one that is about to be
 * created, and a log that began again at position 1 would hide that all of it is lost.
 */
final class StoreLock implements AutoCloseable {

    // far behind the text, since on some systems nobody else can read a locked region
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;
    private static final String CREATED = "created";
    private static final int LONGEST_TEXT = 100;
    // closing any channel to a file ends all locks that the process has on it, so none is opened a second time
    private static final Set<Path> OWNED = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private StoreLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static StoreLock of(Path store) throws IOException {
        Path file = store.resolveSibling(".").toRealPath().resolve(store.getFileName() + ".lock");
        if (!OWNED.add(file)) {
            throw inUse(store, Long.toString(ProcessHandle.current().pid()));
        }
        try {
            StoreLock lock = new StoreLock(file, FileChannel.open(file, StandardOpenOption.CREATE,
                    StandardOpenOption.READ, StandardOpenOption.WRITE));
            try {
                lock.takeOver(store);
                return lock;
            } catch (IOException | RuntimeException failure) {
                lock.channel.close();
                throw failure;
            }
        } catch (IOException | RuntimeException failure) {
            OWNED.remove(file);
            throw failure;
        }
    }

    private void takeOver(Path store) throws IOException {
        boolean owned = channel.tryLock(LOCKED_BYTE, 1, false) != null;
        List<String> lines = lines();
        if (!owned) {
            throw inUse(store, lines.isEmpty() ? "unknown" : lines.getFirst());
        }
        boolean created = lines.contains(CREATED);
        if (created && (Files.notExists(store) || Files.size(store) == 0)) {
            throw new StoreRefusedException(
                    "%s is empty or gone, and there was a store: restore it from a backup, or remove %s to begin anew"
                            .formatted(store, file));
        }
        channel.truncate(0);
        write(Long.toString(ProcessHandle.current().pid()));
        if (created) {
            rememberStore();
        }
    }

    /** For whoever opens it later. */
    void rememberStore() throws IOException {
        write(CREATED);
    }

    private void write(String line) throws IOException {
        channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.US_ASCII)));
    }

    private List<String> lines() throws IOException {
        ByteBuffer text = ByteBuffer.allocate(LONGEST_TEXT);
        channel.read(text, 0);
        return StandardCharsets.US_ASCII.decode(text.flip()).toString().lines().toList();
    }

    private static StoreRefusedException inUse(Path store, String owner) {
        return new StoreRefusedException("%s is in use by process %s; a store has one owner at a time".formatted(store,
                owner));
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) { // or it is somebody else's by now
            channel.close();
            OWNED.remove(file);
        }
    }
}
