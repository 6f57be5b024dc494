package dev.andon.query.postmortem;

import static dev.andon.query.text.Wording.capitalised;
import static dev.andon.query.text.Wording.counted;
import static dev.andon.query.text.Wording.duration;
import static dev.andon.query.text.Wording.list;
import static dev.andon.query.text.Wording.moment;
import static dev.andon.query.text.Wording.sentence;
import static dev.andon.query.text.Wording.words;

import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.NoteKind;
import dev.andon.kernel.PostmortemSection;
import dev.andon.query.incidents.Impact;
import dev.andon.query.incidents.Incident;
import dev.andon.query.recurringproblems.Problem;
import dev.andon.query.text.DisplayZone;
import dev.andon.query.text.Markdown;
import dev.andon.query.timeline.Timeline;
import dev.andon.query.timeline.TimelineMarkdown;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** The draft as a document: what happened first, then what was learned, then what will be done. */
final class PostmortemMarkdown {

    private final PostmortemDraft draft;
    private final Incident incident;
    private final StringBuilder markdown = new StringBuilder();

    private PostmortemMarkdown(PostmortemDraft draft) {
        this.draft = draft;
        this.incident = draft.incident();
    }

    static String document(PostmortemDraft draft, Timeline timeline) {
        return new PostmortemMarkdown(draft).write(timeline);
    }

    private String write(Timeline timeline) {
        markdown.append("# Postmortem of %s: %s\n\n".formatted(draft.incidentId(), Markdown.line(draft.title())));
        markdown.append("*%s All times are UTC.*\n\n".formatted(state()));
        facts();
        section(PostmortemSection.SUMMARY, "Summary", Markdown.line(draft.summary()) + "\n");
        if (incident.status() != IncidentStatus.FALSE_ALARM && incident.status() != IncidentStatus.MERGED) {
            missing(Section.RESOLUTION);
        }
        impact();
        section(PostmortemSection.DETECTION, "Detection", Markdown.line(draft.detection()) + "\n");
        section(PostmortemSection.TIMELINE, "Timeline",
                new TimelineMarkdown(timeline, "###", DisplayZone.UTC).days(Selection.ofWhatHappened(timeline))
                        .stripLeading());
        var account = new AccountMarkdown(draft);
        section(PostmortemSection.HYPOTHESES, "What we suspected", orMissing(Section.HYPOTHESES, account.hypotheses()));
        section(PostmortemSection.ROLLBACKS, "Rollbacks", orMissing(Section.ROLLBACKS, account.rollbacks()));
        section(PostmortemSection.MITIGATIONS, "Mitigations", orMissing(Section.MITIGATIONS, account.mitigations()));
        section(PostmortemSection.STAKEHOLDER_UPDATES, "What stakeholders were told",
                orMissing(Section.STAKEHOLDER_UPDATES, account.stakeholderUpdates()));
        section(PostmortemSection.FIVE_WHYS, "Five whys", orMissing(Section.FIVE_WHYS, account.fiveWhys()));
        section(PostmortemSection.ROOT_CAUSES, "Root causes", orMissing(Section.ROOT_CAUSES, account.rootCauses()));
        notes(PostmortemSection.WENT_WELL, "What went well", Section.WENT_WELL, NoteKind.WENT_WELL);
        notes(PostmortemSection.WENT_WRONG, "What went wrong", Section.WENT_WRONG, NoteKind.WENT_WRONG);
        notes(PostmortemSection.GOT_LUCKY, "Where we got lucky", Section.GOT_LUCKY, NoteKind.GOT_LUCKY);
        notes(PostmortemSection.SURPRISED_BY, "What surprised us", Section.SURPRISED_BY, NoteKind.SURPRISED_BY);
        notes(PostmortemSection.FEELING, "How it felt", Section.FEELING, NoteKind.FEELING);
        section(PostmortemSection.ACTION_ITEMS, "Action items", orMissing(Section.ACTION_ITEMS, account.actionItems()));
        section(PostmortemSection.PROBLEMS, "Related problems", orMissing(Section.PROBLEMS, problems()));
        return markdown.toString();
    }

    private void facts() {
        markdown.append(
                Markdown.tableRow(List.of("Severity", "Status", "Services", "Declared", "Resolved", "Response")));
        markdown.append(Markdown.tableRow(List.of("---", "---", "---", "---", "---", "---")));
        var resolvedAt = incident.resolvedAt();
        markdown.append(Markdown.tableRow(List.of(
                incident.severity() + (incident.drill() ? " (a drill)" : ""),
                words(incident.status()),
                Markdown.line(list(incident.services())),
                moment(incident.declaredAt()),
                resolvedAt == null ? "not yet" : moment(resolvedAt),
                incident.roles().isEmpty()
                        ? "no roles recorded"
                        : incident.roles().stream()
                                .map(holder -> "%s: %s".formatted(words(holder.role()),
                                        Markdown.line(holder.assignee())))
                                .collect(Collectors.joining(", ")))));
    }

    private void impact() {
        var text = new StringBuilder();
        if (draft.isMissing(Section.IMPACT)) {
            text.append(Narrative.unrecordedImpact(incident)).append(advice(Section.IMPACT));
        } else {
            text.append(Markdown.tableRow(List.of("From", "To", "Services", "Degraded", "What customers saw")));
            text.append(Markdown.tableRow(List.of("---", "---", "---", "---:", "---")));
            incident.impact().forEach(window -> text.append(window(window)));
            Duration total = draft.totalImpact();
            text.append(total == null
                    ? "\nCustomers are still hurt: a window has no end.\n"
                    : "\nCustomers were hurt for **%s** in all.\n".formatted(duration(total)));
        }
        section(PostmortemSection.IMPACT, "Impact and durations", text + "\n" + DurationTable.of(incident.durations()));
    }

    private static String window(Impact.Window window) {
        var to = window.to();
        var description = window.description();
        return Markdown.tableRow(List.of(
                moment(window.from()),
                to == null ? "not over yet" : moment(to),
                Markdown.line(list(window.services())),
                window.degradedPercent() + " %",
                description == null ? "–" : Markdown.line(description)));
    }

    private void notes(PostmortemSection part, String heading, Section section, NoteKind kind) {
        section(part, heading, orMissing(section, draft.retrospective().notes(kind).stream()
                .map(note -> {
                    var by = note.by();
                    return "- %s%s\n".formatted(
                            Markdown.text(note.text(), "  "),
                            by == null ? "" : " — *%s*".formatted(Markdown.line(by.id())));
                })
                .collect(Collectors.joining())));
    }

    private String problems() {
        return draft.problems().stream().map(this::problem).collect(Collectors.joining());
    }

    private String problem(Problem problem) {
        List<String> others = problem.incidents().stream()
                .filter(failure -> !failure.incidentId().equals(draft.incidentId()))
                .map(failure -> "%s (%s)".formatted(failure.incidentId(), moment(failure.startedAt())))
                .toList();
        return "- **%s** %s. %s\n".formatted(
                problem.problemId(), Markdown.line(problem.title()),
                others.isEmpty()
                        ? "No other incident is linked to it."
                        : "It also caused %s: %s.".formatted(counted(others.size(), "other incident"), list(others)));
    }

    /** What a person wrote is Markdown already, and theirs. */
    private void section(PostmortemSection part, String heading, String fromEvents) {
        Manuscript manuscript = draft.manuscript();
        Manuscript.Written written = manuscript == null ? null : manuscript.written(part);
        markdown.append("\n## ").append(capitalised(heading)).append("\n\n")
                .append(written == null ? fromEvents : written.markdown().strip() + "\n");
    }

    private String state() {
        Manuscript manuscript = draft.manuscript();
        String reach = "up to position %d.".formatted(draft.position());
        if (manuscript == null) {
            return "A draft, made from what was recorded " + reach;
        }
        String waived = manuscript.waivedBecause();
        Instant publishedAt = manuscript.publishedAt();
        return switch (manuscript.stage()) {
            case DRAFT -> "A draft, written by people where they did, and made from what was recorded " + reach;
            case WAIVED -> "Waived: %s".formatted(sentence(Markdown.line(String.valueOf(waived))));
            case PUBLISHED -> "Published%s, edition %d; recorded %s".formatted(
                    publishedAt == null ? "" : " on " + moment(publishedAt), manuscript.edition(), reach);
        };
    }

    private void missing(Section section) {
        if (draft.isMissing(section)) {
            markdown.append('\n').append(advice(section));
        }
    }

    private String orMissing(Section section, String text) {
        return draft.isMissing(section) ? advice(section) : text;
    }

    private String advice(Section section) {
        return "*%s* `POST %s`\n".formatted(section.advice(), section.post(draft.incidentId()));
    }
}
