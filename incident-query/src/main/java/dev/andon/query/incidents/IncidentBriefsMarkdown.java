package dev.andon.query.incidents;

import static dev.andon.query.text.Wording.list;
import static dev.andon.query.text.Wording.words;

import dev.andon.query.text.DisplayZone;
import dev.andon.query.text.Markdown;
import java.util.List;

/** Incidents as a table of a report. */
public final class IncidentBriefsMarkdown {

    private IncidentBriefsMarkdown() {}

    public static String table(List<IncidentBrief> incidents, DisplayZone zone) {
        var table = new StringBuilder(Markdown.tableRow(
                List.of("Incident", "Severity", "Status", "Services", "Declared", "Found through", "In charge")));
        table.append(Markdown.tableRow(List.of("---", "---", "---", "---", "---", "---", "---")));
        for (IncidentBrief incident : incidents) {
            var commander = incident.commander();
            table.append(Markdown.tableRow(List.of(
                    incident.incidentId() + " " + Markdown.line(incident.title()),
                    incident.severity().toString(),
                    words(incident.status()),
                    Markdown.line(list(incident.services())),
                    zone.moment(incident.declaredAt()),
                    words(incident.detectedBy()) + (incident.detectionGap() ? " (**gap**)" : ""),
                    commander == null ? "nobody" : Markdown.line(commander))));
        }
        return table.toString();
    }
}
