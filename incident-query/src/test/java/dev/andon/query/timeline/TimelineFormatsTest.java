package dev.andon.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.Actor;
import dev.andon.kernel.EventMetadata;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Link;
import dev.andon.kernel.Phase;
import dev.andon.kernel.Verdict;
import dev.andon.kernel.Visibility;
import dev.andon.kernel.event.EntryCorrected;
import dev.andon.kernel.event.EntryPinned;
import dev.andon.kernel.event.EntryRetracted;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.HypothesisAssessed;
import dev.andon.query.History;
import dev.andon.query.text.DisplayZone;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

class TimelineFormatsTest {

    private static final IncidentId INCIDENT = new IncidentId("INC-1");
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void whatBecameOfAnEntryStandsUnderIt() {
        String markdown = markdown(History.of(
                finding("F-0001", FindingKind.HYPOTHESIS, "spam alone", TEN),
                finding("F-0002", FindingKind.OBSERVATION, "db1 is slow", TEN.plusSeconds(61)),
                finding("F-0003", FindingKind.OBSERVATION, "a rumour", TEN.plusSeconds(120)),
                new HypothesisAssessed(
                        INCIDENT, new FindingId("F-0001"), Verdict.RULED_OUT, "it was the job", TEN.plusSeconds(180)),
                new EntryCorrected(
                        INCIDENT, 2, "wrong host", "db2 is slow", TEN.plusSeconds(60), TEN.plusSeconds(240)),
                new EntryRetracted(INCIDENT, 3, "nobody saw it", TEN.plusSeconds(300))));

        assertThat(markdown).isEqualTo(
                """
                        # Timeline of INC-1

                        6 entries, as of position 6. All times are UTC.

                        ## Monday, 2 March 2026

                        - **10:00** Suspected: spam alone — *alice through slack-bot, slack*
                          - **Ruled out** 2 March 2026, 10:03, by alice through slack-bot: it was the job
                        - **10:01** Observed: db2 is slow — *alice through slack-bot, slack*
                          - **Corrected** 2 March 2026, 10:04, by alice through slack-bot: wrong host. Was: “db1 is slow”; is: “db2 is slow”. \
                        Time was 2 March 2026, 10:01:01; is 2 March 2026, 10:01
                        - **10:02** ~~Observed: a rumour~~ — *alice through slack-bot, slack*
                          - **Retracted** 2 March 2026, 10:05, by alice through slack-bot: nobody saw it
                        - **10:03** Ruled out: “spam alone” – it was the job — *alice through slack-bot, slack*
                        - **10:04** Entry 2 corrected: wrong host — *alice through slack-bot, slack*
                        - **10:05** Entry 3 retracted: nobody saw it — *alice through slack-bot, slack*
                        """);
    }

    @Test
    void aKeyMomentIsMarked() {
        String markdown = markdown(History.of(
                finding("F-0001", FindingKind.OBSERVATION, "the disk is full", TEN),
                new EntryPinned(INCIDENT, 1, Phase.DIAGNOSIS, TEN)));

        assertThat(markdown).contains("  - **Key moment** of diagnosis\n");
    }

    @Test
    void whatWasWrittenDownLaterSaysWhen() {
        var history = new History().then(
                finding("F-0001", FindingKind.OBSERVATION, "slow", TEN), TEN.plusSeconds(3600),
                EventMetadata.of(new Actor("bob", null)));

        assertThat(markdown(history)).contains("Observed: slow — *bob, API, recorded 2 March 2026, 11:00*");
    }

    @Test
    void linksOfAFindingFollowIt() {
        var finding = new FindingAdded(
                INCIDENT, new FindingId("F-0001"), FindingKind.OBSERVATION, "slow", null, null,
                List.of(new Link("https://dash.example/a_b", "the *board*")), null, null, Visibility.INTERNAL, TEN);

        assertThat(markdown(History.of(finding)))
                .contains("  - **See** [the \\*board\\*](<https://dash.example/a_b>)\n");
    }

    @Test
    void noFindingCanHideTheOnesBelowIt() {
        String markdown = markdown(History.of(
                finding("F-0001", FindingKind.OBSERVATION, "```\n<!--\n<details>\n# All fine\n\n---\n~~", TEN),
                finding("F-0002", FindingKind.OBSERVATION, "customers are hurt", TEN)));

        Node document = Parser.builder().build().parse(markdown);
        assertThat(headings(document)).isEqualTo(2);
        BulletList entries = (BulletList) document.getLastChild();
        assertThat(entries.getFirstChild().getNext()).isSameAs(entries.getLastChild());
        assertThat(markdown).contains("Observed: customers are hurt");
    }

    @Test
    void csvGivesBackWhatWasWritten() throws IOException {
        List<Map<String, String>> rows = csv(History.of(
                finding("F-0001", FindingKind.OBSERVATION, "a \"quoted\", comma;\nand a second line", TEN),
                new EntryCorrected(INCIDENT, 1, "once more", "line one\r\nline \"two\"", null, TEN)));

        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst()).containsEntry("entryId", "1")
                .containsEntry("occurredAt", "2026-03-02T10:00:00Z")
                .containsEntry("actor", "alice")
                .containsEntry("via", "slack-bot")
                .containsEntry("summary", "Observed: line one\r\nline \"two\"")
                .containsEntry("corrected", "once more (was: a \"quoted\", comma;\nand a second line)");
    }

    @Test
    void aCellIsNeverAFormula() throws IOException {
        for (String formula : List.of("=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "\t=1", "＝1")) {
            var history = new History().then(
                    finding("F-0001", FindingKind.OBSERVATION, "fine", TEN), TEN,
                    EventMetadata.of(new Actor(formula, formula)));
            history.then(new EntryRetracted(INCIDENT, 1, formula, TEN));

            Map<String, String> row = csv(history).getFirst();

            assertThat(row).containsEntry("actor", "'" + formula)
                    .containsEntry("via", "'" + formula)
                    .containsEntry("retracted", "'" + formula);
        }
    }

    private static int headings(Node document) {
        int headings = 0;
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            headings += node instanceof Heading ? 1 : 0;
        }
        return headings;
    }

    private static String markdown(History history) {
        Timeline timeline = history.timeline();
        return TimelineMarkdown.document(document(history), timeline, DisplayZone.UTC);
    }

    private static List<Map<String, String>> csv(History history) throws IOException {
        try (var rows = new CsvMapper().readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .<Map<String, String>>readValues(TimelineCsv.document(document(history)))) {
            return rows.readAll();
        }
    }

    private static TimelineDocument document(History history) {
        return TimelineDocument.of(INCIDENT, history.recorded().size(), history.timeline());
    }

    private static FindingAdded finding(String id, FindingKind kind, String text, Instant at) {
        return new FindingAdded(
                INCIDENT, new FindingId(id), kind, text, null, null, List.of(), null, null, Visibility.INTERNAL, at);
    }
}
