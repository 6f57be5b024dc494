package dev.andon.eventstore.sqlite;

import dev.andon.eventstore.StoreRefusedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

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

    private final FileChannel channel;

    private StoreLock(FileChannel channel) {
        this.channel = channel;
    }

    static StoreLock of(Path store) throws IOException {
        Path file = store.resolveSibling(store.getFileName() + ".lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        try {
            if (lock(channel) == null) {
                throw new StoreRefusedException("%s is in use by process %s; a store has one owner at a time"
                        .formatted(store, Files.readString(file).lines().findFirst().orElse("unknown")));
            }
            boolean created = Files.readString(file).contains(CREATED);
            if (created && (Files.notExists(store) || Files.size(store) == 0)) {
                throw new StoreRefusedException(
                        "%s is empty or gone, and there was a store: restore it from a backup, or remove %s to begin anew"
                                .formatted(store, file));
            }
            channel.truncate(0);
            StoreLock lock = new StoreLock(channel);
            lock.write(Long.toString(ProcessHandle.current().pid()));
            if (created) {
                lock.rememberStore();
            }
            return lock;
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    /** For whoever opens it later. */
    void rememberStore() throws IOException {
        write(CREATED);
    }

    private void write(String line) throws IOException {
        channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.US_ASCII)));
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException ownedByThisProcess) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
