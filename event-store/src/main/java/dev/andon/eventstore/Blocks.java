package dev.andon.eventstore;

import java.nio.ByteBuffer;

/**
 * Keeps bytes side by side in large arrays. Many small ones that stay in memory for some seconds are what the garbage collector
 * copies while everybody waits for it; an array of this size it leaves where it is. A block goes with the last of the bytes in
 * it, so what comes first should go first.
 */
final class Blocks {

    /** More than half of what G1 calls a region in a heap of up to 2 GB: such arrays it does not move. */
    private static final int LARGEST = (1 << 20) - 16;
    private static final int SMALLEST = 1 << 12;
    private static final int SHARE_OF_ALL = 32;
    /** What is larger gets a block of its own, so that hardly any of a block stays empty. */
    private static final int SHARE_OF_A_BLOCK = 16;

    private final int size;
    private ByteBuffer block = ByteBuffer.allocate(0);

    /** @param all about how much is kept at a time */
    Blocks(long all) {
        this.size = (int) Math.clamp(all / SHARE_OF_ALL, SMALLEST, LARGEST);
    }

    /** Some of a block; not to be changed. */
    record Bytes(byte[] block, int start, int length) {

        ByteBuffer buffer() {
            return ByteBuffer.wrap(block, start, length);
        }
    }

    /** A copy, both in one. */
    Bytes keep(byte[] bytes, byte[] following) {
        int length = bytes.length + following.length;
        ByteBuffer room = length > size / SHARE_OF_A_BLOCK ? ByteBuffer.allocate(length) : roomFor(length);
        int start = room.position();
        room.put(bytes).put(following);
        return new Bytes(room.array(), start, length);
    }

    private ByteBuffer roomFor(int length) {
        if (block.remaining() < length) {
            block = ByteBuffer.allocate(size);
        }
        return block;
    }
}
