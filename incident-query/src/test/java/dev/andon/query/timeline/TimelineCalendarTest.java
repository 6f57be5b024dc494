package dev.andon.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Severity;
import dev.andon.kernel.Visibility;
import dev.andon.kernel.event.EntryCorrected;
import dev.andon.kernel.event.EntryRetracted;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.ImpactRecorded;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.query.History;
import dev.andon.query.Sample;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

class TimelineCalendarTest {

    private static final IncidentId INCIDENT = IncidentId.of(1);
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void whatIsWrittenIsAValidCalendarWithAnEventForEachEntry() throws Exception {
        for (History history : List.of(Sample.gitlab(), Sample.operationallyExcellentTeam())) {
            Calendar calendar = read(written(history));

            assertThat(calendar.validate().hasErrors()).isFalse();
            assertThat(calendar.getComponents(VEvent.VEVENT)).hasSameSizeAs(history.entries());
        }
    }

    @Test
    void noLineIsLongerThanTheFormatAllows() {
        String file = written(History.of(declared("ü🔥".repeat(60)), observed("long ".repeat(200))));

        assertThat(file.split("\r\n"))
                .allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
    }

    @Test
    void textStaysTextWhateverItHolds() throws Exception {
        String text = "a, b; c\\n\nEND:VEVENT\r\nBEGIN:VALARM";

        VEvent event = events(History.of(declared("x"), observed(text))).getLast();

        assertThat(value(event, Property.SUMMARY)).isEqualTo("Observed: a, b; c\\n END:VEVENT BEGIN:VALARM");
    }

    @Test
    void anImpactLastsAndWhatWasStruckOutIsCancelled() throws Exception {
        List<VEvent> events = events(History.of(
                declared("x"),
                new ImpactRecorded(INCIDENT, List.of("checkout"), TEN, TEN.plusSeconds(600), 100, null, TEN),
                observed("a rumour"),
                new EntryCorrected(INCIDENT, 3, "typing", "a rumor", null, TEN.plusSeconds(700)),
                new EntryRetracted(INCIDENT, 3, "nobody saw it", TEN.plusSeconds(800))));

        assertThat(value(events.get(1), Property.DTSTART)).isEqualTo("20260302T100000Z");
        assertThat(value(events.get(1), Property.DTEND)).isEqualTo("20260302T101000Z");
        assertThat(value(events.get(2), Property.UID)).isEqualTo("INC-1-3@andon");
        assertThat(value(events.get(2), Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(value(events.get(2), Property.SEQUENCE)).isEqualTo("2");
    }

    private static String written(History history) {
        Timeline timeline = history.timeline();
        return TimelineCalendar.document(
                TimelineDocument.of(INCIDENT, history.recorded().size(), timeline), timeline);
    }

    private static List<VEvent> events(History history) throws Exception {
        return read(written(history)).getComponents(VEvent.VEVENT);
    }

    private static Calendar read(String file) throws Exception {
        return new CalendarBuilder().build(new StringReader(file));
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).orElseThrow().getValue();
    }

    private static IncidentDeclared declared(String title) {
        return new IncidentDeclared(
                INCIDENT, title, Severity.SEV2, List.of("checkout"), new Detection(DetectionSource.ALERT, null), null,
                null, false, TEN);
    }

    private static FindingAdded observed(String text) {
        return new FindingAdded(
                INCIDENT, new FindingId("F-0001"), FindingKind.OBSERVATION, text, null, null, List.of(), null, null,
                Visibility.INTERNAL, TEN.plusSeconds(60));
    }
}
