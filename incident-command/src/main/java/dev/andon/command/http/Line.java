package dev.andon.command.http;

import org.jspecify.annotations.Nullable;

/**
 * One line of a stream.
 *
 * @param number from 1, blank lines counted
 * @param bytes without the line break; null if the line is longer than it may be
 */
record Line(long number, byte @Nullable [] bytes) {

    boolean isBlank() {
        if (bytes == null) {
            return false;
        }
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
