package dev.andon.eventstore;

import java.time.Instant;
import java.util.Optional;

/**
 * What {@link LogVerifier} found.
 *
 * @param commits how many were checked
 * @param firstRecordedAt when the first of them was recorded; empty if there is none
 * @param head where the checked part of the log ends; its hash stands for everything up to there
 * @param firstFault empty if the whole log is sound
 */
public record Verification(long commits, Optional<Instant> firstRecordedAt, Head head, Optional<Fault> firstFault) {

    /** What is checked of every commit, each under the name that a fault is reported by. */
    public enum Invariant {
        I1("positions run from 1 to the head without a gap or an overlap"),
        I2("no commit's condition was broken by an event between its marker and it"),
        I3("each commit id and each command id occurs once"),
        I4("each commit is what its hash was computed from, and names the hash of the commit before it"),
        I5("the time of recording never decreases"),
        KNOWN_HEAD("the log still contains the head that was noted earlier");

        private final String sentence;

        Invariant(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /** What is wrong with the commit at this position, in a sentence for a person. */
    public record Fault(long position, Invariant invariant, String sentence) {}

    public boolean isSound() {
        return firstFault.isEmpty();
    }

    /** How many events the checked commits hold. */
    public long events() {
        return head.position();
    }

    /** The last position before the first fault: up to there every check held. */
    public long soundUpTo() {
        return firstFault.map(fault -> fault.position() - 1).orElse(head.position());
    }
}
