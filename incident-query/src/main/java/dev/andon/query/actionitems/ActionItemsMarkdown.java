package dev.andon.query.actionitems;

import dev.andon.query.followup.ActionItem;
import dev.andon.query.text.DisplayZone;
import dev.andon.query.text.Markdown;
import java.util.List;

/** Action items as a table of a report. */
public final class ActionItemsMarkdown {

    private ActionItemsMarkdown() {}

    public static String table(List<ActionItem> items, DisplayZone zone) {
        var table = new StringBuilder(Markdown.tableRow(List.of("Action item", "Owner", "Due", "Out of")));
        table.append(Markdown.tableRow(List.of("---", "---", "---", "---")));
        for (ActionItem item : items) {
            var owner = item.owner();
            var due = item.dueAt();
            table.append(Markdown.tableRow(List.of(
                    item.actionItemId() + " " + Markdown.line(item.title()),
                    owner == null ? "**nobody**" : Markdown.line(owner),
                    due == null ? "–" : zone.moment(due),
                    item.incidentId().toString())));
        }
        return table.toString();
    }
}
