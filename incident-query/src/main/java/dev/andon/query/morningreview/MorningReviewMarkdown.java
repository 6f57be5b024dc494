package dev.andon.query.morningreview;

import static dev.andon.query.text.Wording.counted;
import static dev.andon.query.text.Wording.weekday;
import static dev.andon.query.text.Wording.words;

import dev.andon.kernel.IncidentId;
import dev.andon.query.actionitems.ActionItemsMarkdown;
import dev.andon.query.followup.ActionItem;
import dev.andon.query.incidents.IncidentBrief;
import dev.andon.query.incidents.IncidentBriefsMarkdown;
import dev.andon.query.operationsreviews.HeldReview;
import dev.andon.query.servicelevels.ServiceLevelsMarkdown;
import dev.andon.query.text.DisplayZone;
import dev.andon.query.text.Markdown;
import java.util.List;

/** The page for the morning meeting as a document. */
final class MorningReviewMarkdown {

    private final MorningReview review;
    private final DisplayZone zone;
    private final StringBuilder markdown = new StringBuilder();

    private MorningReviewMarkdown(MorningReview review, DisplayZone zone) {
        this.review = review;
        this.zone = zone;
    }

    static String title(MorningReview review) {
        return "Operations review of " + weekday(review.date());
    }

    static String document(MorningReview review, DisplayZone zone) {
        return new MorningReviewMarkdown(review, zone).written();
    }

    private String written() {
        markdown.append("# %s\n\nAs it stood on %s, at position %d. %s\n".formatted(
                title(review), zone.moment(review.now()), review.position(), zone.note()));
        lastReview();
        incidents("Incidents of the day", review.incidents(), "None was declared.");
        incidents("Open incidents", review.openIncidents(), "None is under way.");
        incidents("Detection gaps", review.detectionGaps(), "Nobody outside engineering was first to notice.");
        problems();
        unowned();
        items("Overdue", review.overdue(), "Nothing is overdue.");
        items("Due within a week", review.dueSoon(), "Nothing is due within a week.");
        postmortems();
        heading("Availability, month to date");
        markdown.append(review.monthToDate().services().isEmpty()
                ? "No service is registered, and none was hurt.\n"
                : ServiceLevelsMarkdown.table(review.monthToDate(), null));
        return markdown.toString();
    }

    private void lastReview() {
        heading("What the last review decided");
        HeldReview last = review.lastReview();
        if (last == null) {
            markdown.append("None was held before: `POST /api/v1/operations-reviews`.\n");
            return;
        }
        markdown.append("%s, of %s.\n\n".formatted(last.operationsReviewId(), weekday(last.date())));
        if (last.decisions().isEmpty()) {
            markdown.append("Nothing was decided.\n");
        }
        last.decisions().forEach(decision -> markdown.append("- %s\n".formatted(Markdown.text(decision, "  "))));
    }

    private void incidents(String heading, List<IncidentBrief> incidents, String none) {
        heading(heading);
        markdown.append(incidents.isEmpty() ? none + "\n" : IncidentBriefsMarkdown.table(incidents, zone));
    }

    private void items(String heading, List<ActionItem> items, String none) {
        heading(heading);
        markdown.append(items.isEmpty() ? none + "\n" : ActionItemsMarkdown.table(items, zone));
    }

    private void problems() {
        heading("Open problems");
        if (review.openProblems().isEmpty()) {
            markdown.append("None is open.\n");
        }
        review.openProblems().forEach(problem -> markdown.append("- **%s** %s: %s, %s\n".formatted(
                problem.problemId(), Markdown.line(problem.title()), words(problem.status()),
                counted(problem.incidents(), "incident"))));
    }

    private void unowned() {
        heading("What nobody answers for");
        MorningReview.Unowned unowned = review.unowned();
        if (unowned.nothing()) {
            markdown.append("Somebody answers for everything.\n");
        }
        unowned.incidents().forEach(incident -> markdown.append("- Nobody is in charge of %s %s: `POST %s`\n".formatted(
                incident.incidentId(), Markdown.line(incident.title()), post(incident.incidentId(), "roles"))));
        unowned.fiveWhys().forEach(incident -> markdown.append(
                "- Nobody looks for the causes of %s: `POST %s`\n".formatted(incident,
                        post(incident, "five-whys/owner"))));
        unowned.actionItems().forEach(item -> markdown.append(
                "- Nobody does %s %s: `POST /api/v1/action-items/%s/assignment`\n".formatted(
                        item.actionItemId(), Markdown.line(item.title()), item.actionItemId())));
    }

    private void postmortems() {
        heading("Postmortems to schedule");
        if (review.postmortemsToSchedule().isEmpty()) {
            markdown.append("None.\n");
        }
        review.postmortemsToSchedule()
                .forEach(due -> markdown.append("- **%s** %s (%s), due by %s%s: `POST %s`\n".formatted(
                        due.incidentId(), Markdown.line(due.title()), due.severity(), weekday(due.dueBy()),
                        due.overdue() ? ", **overdue**" : "", post(due.incidentId(), "postmortem/schedule"))));
    }

    private void heading(String heading) {
        markdown.append("\n## %s\n\n".formatted(heading));
    }

    private static String post(IncidentId incident, String what) {
        return "/api/v1/incidents/%s/%s".formatted(incident, what);
    }
}
