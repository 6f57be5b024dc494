package dev.andon.standalone.offline;

import dev.andon.eventstore.Bookmark;
import dev.andon.eventstore.Verification.Invariant;
import dev.andon.eventstore.Verification;
import java.util.List;
import java.util.stream.Stream;

/** What was checked, and what came of it. */
record Report(Verification verification, boolean withKnownHead) {

    List<Invariant> checked() {
        return Stream.of(Invariant.values()).filter(check -> check != Invariant.KNOWN_HEAD || withKnownHead).toList();
    }

    static String nameOf(Invariant check) {
        return switch (check) {
            case I1, I2, I3, I4, I5 -> check.name();
            case KNOWN_HEAD -> "head";
        };
    }

    /** As {@code --head} takes it. */
    Bookmark head() {
        return new Bookmark(verification.head().position(), verification.head().hash());
    }
}
