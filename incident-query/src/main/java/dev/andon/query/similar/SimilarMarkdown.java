package dev.andon.query.similar;

import static dev.andon.query.text.Wording.counted;
import static dev.andon.query.text.Wording.words;

import dev.andon.kernel.json.AndonJson;
import dev.andon.query.text.DisplayZone;
import dev.andon.query.text.Markdown;
import dev.andon.query.text.Wording;
import java.util.List;
import java.util.stream.Collectors;

/** What looks alike, said to a person. */
public final class SimilarMarkdown {

    private SimilarMarkdown() {}

    static String document(SimilarIncidents similar, DisplayZone zone) {
        var markdown = new StringBuilder(
                "# Incidents like %s\n\n%s\n\nCompared with %s, as of position %d. %s\n"
                        .formatted(similar.incidentId(), Markdown.line(similar.title()),
                                counted(similar.compared(), "other incident"), similar.position(), zone.note()));
        if (similar.incidents().isEmpty()) {
            markdown.append("\nNone looks like it.\n");
        }
        for (SimilarIncident incident : similar.incidents()) {
            markdown.append("\n## %s: %s\n\n%d of 100. Started %s, %s.%s%s\n\n%s".formatted(
                    incident.incidentId(), Markdown.line(incident.title()), incident.score(),
                    zone.moment(incident.startedAt()), words(incident.status()),
                    incident.problems().isEmpty()
                            ? ""
                            : " Linked to %s.".formatted(Wording.list(
                                    incident.problems().stream().map(Object::toString).toList())),
                    incident.resolution() == null
                            ? ""
                            : " It ended so: " + Wording.sentence(Markdown.line(incident.resolution())),
                    reasons(incident.reasons())));
            LinkingRequest link = incident.link();
            if (link != null) {
                markdown.append(linking(link));
            }
        }
        return markdown.toString();
    }

    public static String pairs(Lookalikes lookalikes) {
        var markdown = new StringBuilder("\n# Unlinked incidents that look alike\n\n");
        markdown.append("%s of this period %s linked to no problem%s. ".formatted(
                counted(lookalikes.unlinked(), "incident"), lookalikes.unlinked() == 1 ? "is" : "are",
                lookalikes.compared() < lookalikes.unlinked()
                        ? "; the newest %d were compared".formatted(lookalikes.compared())
                        : ""));
        markdown.append(lookalikes.alike() == 0
                ? "None looks like another incident.\n"
                : "%s alike%s.\n".formatted(
                        lookalikes.alike() == 1 ? "1 pair looks" : lookalikes.alike() + " pairs look",
                        lookalikes.pairs().size() < lookalikes.alike()
                                ? "; these %d look most alike".formatted(lookalikes.pairs().size())
                                : ""));
        for (Lookalikes.Pair pair : lookalikes.pairs()) {
            markdown.append("\n## %s and %s\n\n\"%s\" and \"%s\": %d of 100.\n\n%s%s".formatted(
                    pair.incidentId(), pair.looksLike(), Markdown.line(pair.title()),
                    Markdown.line(pair.titleOfThat()), pair.score(), reasons(pair.reasons()), linking(pair.link())));
        }
        return markdown.toString();
    }

    private static String reasons(List<Likeness.Reason> reasons) {
        return reasons.stream()
                .map(reason -> "- %s: %d of %d%s\n".formatted(
                        Wording.capitalised(words(reason.kind())), reason.points(), reason.most(),
                        reason.common().isEmpty()
                                ? ""
                                : " (%s)".formatted(Markdown.line(Wording.list(reason.common())))))
                .collect(Collectors.joining());
    }

    /** Indented code, so that nothing in it means anything to Markdown. */
    private static String linking(LinkingRequest link) {
        return "\nIf one problem caused both:\n\n    POST %s\n    %s\n".formatted(
                link.post(), AndonJson.mapper().writeValueAsString(link.body()));
    }
}
