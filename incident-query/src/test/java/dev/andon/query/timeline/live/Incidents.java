package dev.andon.query.timeline.live;

import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Severity;
import dev.andon.kernel.Visibility;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.IncidentDeclared;
import java.time.Instant;
import java.util.List;

/** Events to listen to. */
final class Incidents {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static final String SYMBOLS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Incidents() {}

    static Event declared(long incident) {
        return new IncidentDeclared(
                IncidentId.of(incident), "It burns", Severity.SEV2, List.of("checkout"),
                new Detection(DetectionSource.ALERT, null), null, null, false, NOON);
    }

    static Event finding(long incident, int number) {
        return finding(incident, number, "number " + number);
    }

    static Event finding(long incident, int number, String text) {
        var id = new StringBuilder("F-");
        for (int rest = number, i = 0; i < 4; i++, rest /= SYMBOLS.length()) {
            id.append(SYMBOLS.charAt(rest % SYMBOLS.length()));
        }
        return new FindingAdded(
                IncidentId.of(incident), new FindingId(id.toString()), FindingKind.OBSERVATION, text, null, null,
                List.of(), null, null, Visibility.INTERNAL, NOON.plusSeconds(number));
    }
}
