package dev.andon.query.postmortem;

import dev.andon.query.incidents.Durations;
import dev.andon.query.incidents.Figure;
import dev.andon.query.text.Markdown;
import dev.andon.query.text.Wording;
import java.time.Duration;
import java.util.List;

/** How long everything took, and why a figure is missing where it is. */
final class DurationTable {

    private DurationTable() {}

    static String of(Durations durations) {
        return Markdown.tableRow(List.of("How long", "", "Measured"))
                + Markdown.tableRow(List.of("---", "---", "---"))
                + row("To detect", durations.timeToDetect(), "start of the impact → declared")
                + row("To acknowledge", durations.timeToAcknowledge(), "declared → first response")
                + row("To mitigate", durations.timeToMitigate(), "start of the impact → customers no longer hurt")
                + row("To resolve", durations.timeToResolve(), "start of the impact → resolved");
    }

    private static String row(String label, Figure figure, String measured) {
        Duration length = figure.value();
        return Markdown.tableRow(List.of(label, length == null ? absent(figure) : Wording.duration(length), measured));
    }

    private static String absent(Figure figure) {
        return (figure.state() == Figure.State.INVALID ? "**Invalid.** " : "– ") + Markdown.line(figure.reason());
    }
}
