package dev.andon.command.operations;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.RuleFixture.NOW;

import dev.andon.kernel.ReadinessAnswer;
import dev.andon.kernel.ReadinessCheckId;
import dev.andon.kernel.event.ReadinessCheckOpened;
import dev.andon.kernel.event.ReadinessCheckSignedOff;
import dev.andon.kernel.event.ReadinessItemAnswered;
import java.time.Instant;
import java.util.List;

/** What happened to one readiness check, of two items, before. */
final class GivenReadinessCheck {

    static final ReadinessCheckId CHECK = ReadinessCheckId.of(1);
    static final Instant FRIDAY = NOW.plusSeconds(86_400);
    static final Instant MONDAY = NOW.plusSeconds(4 * 86_400);

    private GivenReadinessCheck() {}

    static ReadinessCheckOpened opened() {
        return new ReadinessCheckOpened(
                CHECK, "Weekend", FRIDAY, MONDAY, List.of("checkout"), List.of("On call?", "Capacity?"), EARLIER);
    }

    static ReadinessItemAnswered answered(int item, ReadinessAnswer answer) {
        return new ReadinessItemAnswered(CHECK, item, answer, "note", EARLIER);
    }

    static ReadinessCheckSignedOff signedOff() {
        return new ReadinessCheckSignedOff(CHECK, "bob", List.of(), null, EARLIER);
    }
}
