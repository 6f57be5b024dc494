package dev.andon.eventstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the ids that may have occurred twice, exactly those whose fingerprints did, in eight megabytes of memory however
 * many ids there are. A set of all ids would not fit, and a filter of fixed size suspects everybody when it is full; so
 * fingerprints that do not fit go to a temporary file, eight bytes each, which is searched a part of all possible
 * fingerprints at a time.
 *
 * <p>Of repeated ids it names up to {@value #MAX_SUSPECTS}.
 */
final class SeenIds implements AutoCloseable {

    static final int MAX_SUSPECTS = 100_000;

    private static final int INITIAL_SIZE = 1 << 10;
    private static final int MAX_SIZE = 1 << 20;
    private static final int COPY_BYTES = 1 << 16;

    private final int maxSize;
    private long[] fingerprints;
    private int size;
    private long spilled;
    private @Nullable FileChannel file;

    SeenIds() {
        this(MAX_SIZE);
    }

    /** @param maxSize of fingerprints in memory; a power of two */
    SeenIds(int maxSize) {
        this.maxSize = maxSize;
        fingerprints = new long[Math.min(INITIAL_SIZE, maxSize)];
    }

    void add(long fingerprint) {
        if (size == fingerprints.length) {
            if (size < maxSize) {
                fingerprints = Arrays.copyOf(fingerprints, 2 * size);
            } else {
                spill();
            }
        }
        fingerprints[size++] = fingerprint;
    }

    /** The fingerprints that were added more than once. Nothing can be added afterwards. */
    Set<Long> repeated() {
        Set<Long> repeated = new HashSet<>();
        if (file == null) {
            leaveOneOfEach(repeated);
            return repeated;
        }
        spill();
        // as many parts as leave each half empty on average, so that equal ones alone can fill it
        int partBits = Long.SIZE - Long.numberOfLeadingZeros(2 * spilled / maxSize);
        for (long part = 0; part < 1L << partBits; part++) {
            search(part, partBits, repeated);
        }
        return repeated;
    }

    private void leaveOneOfEach(Set<Long> repeated) {
        Arrays.sort(fingerprints, 0, size);
        int distinct = 0;
        for (int index = 0; index < size; index++) {
            if (index == 0 || fingerprints[index] != fingerprints[distinct - 1]) {
                fingerprints[distinct++] = fingerprints[index];
            } else if (repeated.size() < MAX_SUSPECTS) {
                repeated.add(fingerprints[index]);
            }
        }
        size = distinct;
    }

    private void spill() {
        try {
            FileChannel spillFile = file == null ? file = temporaryFile() : file;
            ByteBuffer bytes = ByteBuffer.allocate(COPY_BYTES);
            for (int from = 0; from < size; from += COPY_BYTES / Long.BYTES) {
                int count = Math.min(COPY_BYTES / Long.BYTES, size - from);
                bytes.clear().asLongBuffer().put(fingerprints, from, count);
                bytes.limit(count * Long.BYTES);
                while (bytes.hasRemaining()) {
                    spillFile.write(bytes);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The verifier needs room for temporary files, 8 bytes for each id", failure);
        }
        spilled += size;
        size = 0;
    }

    /** Among those that begin with these bits; all copies of one are in the same part. */
    private void search(long part, int partBits, Set<Long> repeated) {
        size = 0;
        ByteBuffer bytes = ByteBuffer.allocate(COPY_BYTES);
        try {
            FileChannel spillFile = Objects.requireNonNull(file).position(0);
            while (read(spillFile, bytes.clear())) {
                LongBuffer longs = bytes.flip().asLongBuffer();
                while (longs.hasRemaining()) {
                    long fingerprint = longs.get();
                    if (fingerprint >>> Long.SIZE - partBits == part) {
                        if (size == fingerprints.length) {
                            leaveOneOfEach(repeated);
                        }
                        fingerprints[size++] = fingerprint;
                    }
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        leaveOneOfEach(repeated);
    }

    private static boolean read(FileChannel from, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (from.read(bytes) < 0) {
                break;
            }
        }
        return bytes.position() > 0;
    }

    private static FileChannel temporaryFile() throws IOException {
        Path path = Files.createTempFile("andon-verify", ".ids");
        return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    @Override
    public void close() {
        try (FileChannel closing = file) {
            file = null;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
