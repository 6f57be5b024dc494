package dev.andon.query.postmortem;

import dev.andon.query.incidents.Durations;
import dev.andon.query.text.Markdown;
import dev.andon.query.text.Wording;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long everything took, and why a figure is missing where it is. */
final class DurationTable {

    private DurationTable() {}

    static String of(Durations durations) {
        return Markdown.tableRow(List.of("How long", "", "Measured"))
                + Markdown.tableRow(List.of("---", "---", "---"))
                + row("To detect", "timeToDetect", durations.timeToDetect(), "start of the impact → declared",
                        durations)
                + row("To acknowledge", "timeToAcknowledge", durations.timeToAcknowledge(),
                        "declared → first response", durations)
                + row("To mitigate", "timeToMitigate", durations.timeToMitigate(),
                        "start of the impact → customers no longer hurt", durations)
                + row("To resolve", "timeToResolve", durations.timeToResolve(), "start of the impact → resolved",
                        durations);
    }

    private static String row(
            String label, String name, @Nullable Duration length, String measured, Durations durations) {
        return Markdown.tableRow(
                List.of(label, length == null ? "– (" + reason(name, durations) + ")" : Wording.duration(length),
                        measured));
    }

    private static String reason(String name, Durations durations) {
        List<Durations.Note> notes = durations.notes();
        return notes == null
                ? "not recorded"
                : notes.stream()
                        .filter(note -> note.duration().equals(name))
                        .map(Durations.Note::detail)
                        .findFirst()
                        .orElse("not recorded");
    }
}
