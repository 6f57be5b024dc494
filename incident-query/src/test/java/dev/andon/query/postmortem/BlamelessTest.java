package dev.andon.query.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.ActionItemKind;
import dev.andon.kernel.Actor;
import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.EventMetadata;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.PostmortemSection;
import dev.andon.kernel.Role;
import dev.andon.kernel.Severity;
import dev.andon.kernel.Visibility;
import dev.andon.kernel.event.ActionItemProposed;
import dev.andon.kernel.event.ActionItemVoteCast;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.PostmortemScheduled;
import dev.andon.kernel.event.PostmortemSectionWritten;
import dev.andon.kernel.event.RoleAssigned;
import dev.andon.query.History;
import dev.andon.query.http.Format;
import dev.andon.query.text.DisplayZone;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A document without names names nobody, wherever they are named. */
class BlamelessTest {

    private static final IncidentId INCIDENT = new IncidentId("INC-1");
    private static final ActionItemId ALERT = ActionItemId.of(1);
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final List<String> NAMES = List.of(
            "alice", "bob", "carol@example.org", "carol", "dave_w", "dave\\_w", "erin", "frank miller", "grace",
            "heidi");

    private final History history = History.of(
            new IncidentDeclared(
                    INCIDENT, "Checkout fails, says Bob", Severity.SEV3, List.of("checkout"),
                    new Detection(DetectionSource.ENGINEER, "ALICE saw it"), null, "ask @alice or carol", false, TEN),
            new RoleAssigned(INCIDENT, Role.INCIDENT_COMMANDER, "bob", TEN),
            new RoleAssigned(INCIDENT, Role.RESPONDER, "carol@example.org", TEN),
            finding("Asked dave_w, who asked Frank   Miller; bobsleigh and alicey are no names"),
            new ActionItemProposed(INCIDENT, ALERT, "Alert erin", ActionItemKind.DETECT, "erin", null, TEN),
            new ActionItemVoteCast(INCIDENT, ALERT, "dave_w", 0, "not with frank miller's team", TEN),
            new PostmortemScheduled(INCIDENT, TEN, "grace", List.of("frank miller", "alice"), TEN),
            new PostmortemSectionWritten(
                    INCIDENT, PostmortemSection.WENT_WELL, 1, "heidi",
                    "**bob** and dave\\_w worked [well](https://example.org/grace)",
                    TEN))
            .then(finding("nobody pressed anything"), TEN, EventMetadata.of(new Actor("grace", "chat-bot")));

    @ParameterizedTest
    @EnumSource(names = {"JSON", "MARKDOWN", "HTML", "PDF"})
    void noKnownNameIsLeftInAnyFormat(Format format) throws IOException {
        String document = document(format, true).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");

        assertThat(NAMES).noneMatch(name -> document.matches("(?s).*\\b\\Q" + name + "\\E\\b.*"));
        assertThat(document).contains("the incident commander", "bobsleigh and alicey are no names");
    }

    @Test
    void theSamePersonIsTheSameRoleThroughout() throws IOException {
        assertThat(document(Format.MARKDOWN, true))
                .contains("Checkout fails, says the incident commander")
                .contains("incident commander: the incident commander")
                .contains("ask a responder or a responder 2", "People are shown as their roles")
                .contains("**the incident commander** and a responder");
        assertThat(document(Format.MARKDOWN, false)).contains("ask @alice or carol", "incident commander: bob");
    }

    private String document(Format format, boolean blameless) throws IOException {
        var draft = PostmortemDocument.of(
                Drafts.entries(history), Drafts.present(history), List.of(), null, blameless, DisplayZone.UTC);
        byte[] body = Objects.requireNonNull(Drafts.WRITER.write(format, () -> draft).block()).body();
        if (format != Format.PDF) {
            return new String(body, StandardCharsets.UTF_8);
        }
        try (var document = Loader.loadPDF(body)) {
            return new PDFTextStripper().getText(document) + document.getDocumentInformation().getTitle();
        }
    }

    private static FindingAdded finding(String text) {
        return new FindingAdded(
                INCIDENT, new FindingId("F-0001"), FindingKind.OBSERVATION, text, null, null, List.of(), null, null,
                Visibility.INTERNAL, TEN);
    }
}
