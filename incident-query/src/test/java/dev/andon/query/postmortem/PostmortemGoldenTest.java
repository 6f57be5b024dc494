package dev.andon.query.postmortem;

import dev.andon.kernel.json.AndonJson;
import dev.andon.query.Golden;
import dev.andon.query.History;
import dev.andon.query.Sample;
import dev.andon.query.incidents.Incident;
import dev.andon.query.recurringproblems.ProblemHistory;
import dev.andon.query.timeline.Timeline;
import org.junit.jupiter.api.Test;

class PostmortemGoldenTest {

    @Test
    void anAuthorWouldSignTheDraftOfTheOperationallyExcellentTeam() {
        assertDocuments("operationally-excellent-team", Sample.operationallyExcellentTeam());
    }

    @Test
    void anAuthorWouldSignTheDraftOfGitlab() {
        assertDocuments("gitlab", Sample.gitlab());
    }

    private static void assertDocuments(String name, History history) {
        Timeline timeline = history.timeline();
        Incident incident = Incident.of(timeline, timeline.version()).orElseThrow();
        var draft = PostmortemDraft.of(
                incident, timeline, ProblemHistory.problemsIn(history), history.recorded().size());
        Golden.matches(name + "-postmortem.md", PostmortemMarkdown.document(draft, timeline));
        Golden.matches(
                name + "-postmortem.json",
                AndonJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(draft));
    }
}
