package dev.andon.eventstore;

/** Sixty-four bits that stand for some texts. Different texts may share them, so who finds equal ones must look again. */
final class Fingerprint {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Fingerprint() {}

    static long of(String one, String other) {
        return mixed(with(with(OFFSET, one), other));
    }

    static long of(String one, String other, String third) {
        return mixed(with(with(with(OFFSET, one), other), third));
    }

    private static long with(long start, String text) {
        long bits = (start ^ text.length()) * PRIME;
        for (int index = 0; index < text.length(); index++) {
            bits = (bits ^ text.charAt(index)) * PRIME;
        }
        return bits;
    }

    /** So that every bit depends on every character. */
    private static long mixed(long bits) {
        long mixed = (bits ^ bits >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
