package dev.andon.query.timeline;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.json.AndonJson;
import dev.andon.query.Golden;
import dev.andon.query.History;
import dev.andon.query.Sample;
import dev.andon.query.text.DisplayZone;
import org.junit.jupiter.api.Test;

class TimelineGoldenTest {

    private static final IncidentId INCIDENT = new IncidentId("INC-1");

    @Test
    void theIncidentOfTheOperationallyExcellentTeamReadsAsItsStory() {
        assertDocuments("operationally-excellent-team", Sample.operationallyExcellentTeam());
    }

    @Test
    void theIncidentOfGitlabReadsAsItsStory() {
        assertDocuments("gitlab", Sample.gitlab());
    }

    private static void assertDocuments(String name, History history) {
        Timeline timeline = history.timeline();
        var document = TimelineDocument.of(INCIDENT, history.recorded().size(), timeline);
        Golden.matches(name + "-timeline.md", TimelineMarkdown.document(document, timeline, DisplayZone.UTC));
        Golden.matches(name + "-timeline.csv", TimelineCsv.document(document));
        Golden.matches(
                name + "-timeline.json",
                AndonJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(document));
    }
}
