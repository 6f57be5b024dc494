package dev.andon.command.postmortem;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.closed;
import static dev.andon.command.Given.declared;
import static dev.andon.command.Given.reopened;
import static dev.andon.command.Given.resolved;
import static dev.andon.command.RuleFixture.NOW;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Refusal;
import dev.andon.kernel.PostmortemSection;
import dev.andon.kernel.command.WritePostmortemSection;
import dev.andon.kernel.event.PostmortemPublished;
import dev.andon.kernel.event.PostmortemSectionWritten;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WritingAPostmortemSectionTest {

    private final RuleFixture rule = RuleFixture.of(new WritingAPostmortemSection());

    @Test
    void theFirstToWriteASectionWritesOnWhatIsMadeFromEvents() {
        rule.given(declared(), written(PostmortemSection.IMPACT, 4, "bob"))
                .when(write(null))
                .records(new PostmortemSectionWritten(INCIDENT, PostmortemSection.SUMMARY, 1, "alice", "text", NOW));
        rule.given(declared())
                .when(write(0))
                .records(new PostmortemSectionWritten(INCIDENT, PostmortemSection.SUMMARY, 1, "alice", "text", NOW));
    }

    @Test
    void whoReadTheLatestVersionWritesTheNext() {
        rule.given(
                declared(), written(PostmortemSection.SUMMARY, 1, "bob"), written(PostmortemSection.SUMMARY, 2, "bob"))
                .when(write(2))
                .records(new PostmortemSectionWritten(INCIDENT, PostmortemSection.SUMMARY, 3, "alice", "text", NOW));
    }

    @Test
    void whoReadAnOlderVersionIsToldWhoseWorkTheyWouldDelete() {
        rule.given(
                declared(), written(PostmortemSection.SUMMARY, 1, "alice"),
                written(PostmortemSection.SUMMARY, 2, "bob"))
                .when(write(1))
                .isRefused(
                        Refusal.SECTION_CHANGED,
                        Map.of(
                                "incidentId", INCIDENT, "section", PostmortemSection.SUMMARY, "version", 2,
                                "author", "bob", "writtenAt", EARLIER));
    }

    @Test
    void whoThinksThatNobodyWroteItIsToldToo() {
        rule.given(declared(), written(PostmortemSection.SUMMARY, 1, "bob"))
                .when(write(null))
                .isRefused(
                        Refusal.SECTION_CHANGED,
                        Map.of(
                                "incidentId", INCIDENT, "section", PostmortemSection.SUMMARY, "version", 1,
                                "author", "bob", "writtenAt", EARLIER));
    }

    @Test
    void aVersionThatIsNotThereYetCannotHaveBeenRead() {
        rule.given(declared())
                .when(write(1))
                .isRefused(
                        Refusal.SECTION_CHANGED,
                        Map.of("incidentId", INCIDENT, "section", PostmortemSection.SUMMARY, "version", 0));
    }

    @Test
    void whatIsPublishedDoesNotChange() {
        rule.given(declared(), resolved(), new PostmortemPublished(INCIDENT, 1, EARLIER))
                .when(write(null))
                .isRefused(
                        Refusal.POSTMORTEM_PUBLISHED,
                        Map.of("incidentId", INCIDENT, "postmortem", PostmortemState.Stage.PUBLISHED, "edition", 1));
    }

    @Test
    void aReopenedIncidentHasMoreToTell() {
        rule.given(declared(), resolved(), new PostmortemPublished(INCIDENT, 1, EARLIER), reopened())
                .when(write(null))
                .records(new PostmortemSectionWritten(INCIDENT, PostmortemSection.SUMMARY, 1, "alice", "text", NOW));
    }

    @Test
    void whatIsLeftOpenIsWrittenAfterTheIncidentIsClosed() {
        rule.given(declared(), resolved(), closed())
                .when(write(null))
                .records(new PostmortemSectionWritten(INCIDENT, PostmortemSection.SUMMARY, 1, "alice", "text", NOW));
    }

    private static WritePostmortemSection write(@Nullable Integer baseVersion) {
        return new WritePostmortemSection(INCIDENT, PostmortemSection.SUMMARY, "text", baseVersion);
    }

    private static PostmortemSectionWritten written(PostmortemSection section, int version, String author) {
        return new PostmortemSectionWritten(INCIDENT, section, version, author, "earlier", EARLIER);
    }
}
