package dev.andon.query.postmortem;

import dev.andon.kernel.json.AndonJson;
import dev.andon.query.Golden;
import dev.andon.query.History;
import dev.andon.query.Sample;
import dev.andon.query.document.DocumentWriter;
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
        Golden.matches(name + "-postmortem.md", Drafts.markdown(history));
        Golden.matches(
                name + "-postmortem.json",
                AndonJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(Drafts.of(history)));
    }

    /** What templates are tried on when a server starts, and what their authors look at. */
    @Test
    void theExampleForTemplatesIsTheDraftOfGitlab() {
        Golden.matches(
                "../../../main/resources/templates/postmortem.example.json",
                AndonJson.mapper().writerWithDefaultPrettyPrinter()
                        .writeValueAsString(DocumentWriter.tree(Drafts.of(Sample.gitlab()))));
    }
}
