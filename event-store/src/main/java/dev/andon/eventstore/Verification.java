package dev.andon.eventstore;

import java.util.Optional;

/**
 * What {@link LogVerifier} found.
 *
 * @param commits how many were checked
 * @param events how many these hold
 * @param head where the checked part of the log ends; its hash stands for everything up to there
 * @param firstFault empty if the whole log is sound
 */
public record Verification(long commits, long events, Head head, Optional<Fault> firstFault) {

    /** What is wrong with the commit at this position, in a sentence for a person. */
    public record Fault(long position, String sentence) {}

    public boolean isSound() {
        return firstFault.isEmpty();
    }
}
