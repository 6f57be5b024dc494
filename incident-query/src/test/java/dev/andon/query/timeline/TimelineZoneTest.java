package dev.andon.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Visibility;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.query.History;
import dev.andon.query.text.DisplayZone;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineZoneTest {

    private static final IncidentId INCIDENT = new IncidentId("INC-1");

    @Test
    void timesAndDaysAreThoseOfTheZone() {
        assertThat(in("Africa/Johannesburg", "2026-03-01T21:59:00Z", "2026-03-01T22:30:00Z")).isEqualTo(
                """
                        # Timeline of INC-1

                        2 entries, as of position 2. All times and days are those of Africa/Johannesburg, with UTC in parentheses.

                        ## Sunday, 1 March 2026

                        - **23:59** (21:59 UTC) Observed: number 0 — *alice through slack-bot, slack*

                        ## Monday, 2 March 2026

                        - **00:30** (1 March 2026, 22:30 UTC) Observed: number 1 — *alice through slack-bot, slack*
                        """);
    }

    @Test
    void inTheHourThatOccursTwiceTheOrderIsStillThatOfTheInstants() {
        assertThat(in("Europe/Berlin", "2026-10-25T01:10:00Z", "2026-10-25T00:20:00Z", "2026-10-25T02:00:00Z"))
                .containsSubsequence(
                        "- **02:20** (00:20 UTC) Observed: number 1", "- **02:10** (01:10 UTC) Observed: number 0",
                        "- **03:00** (02:00 UTC) Observed: number 2");
    }

    @Test
    void wherePuttingClocksBackRepeatsADayTheOrderIsStillThatOfTheInstants() {
        assertThat(in("America/St_Johns", "2010-11-07T02:30:30Z", "2010-11-07T02:31:00Z")).containsSubsequence(
                "## Sunday, 7 November 2010", "**00:00:30**", "## Saturday, 6 November 2010", "**23:01**");
    }

    private static String in(String zone, String... times) {
        var history = new History();
        for (int i = 0; i < times.length; i++) {
            history.then(new FindingAdded(
                    INCIDENT, new FindingId("F-000" + i), FindingKind.OBSERVATION, "number " + i, null, null, List.of(),
                    null, null, Visibility.INTERNAL, Instant.parse(times[i])));
        }
        Timeline timeline = history.timeline();
        return TimelineMarkdown.document(
                TimelineDocument.of(INCIDENT, times.length, timeline), timeline, DisplayZone.named(zone));
    }
}
