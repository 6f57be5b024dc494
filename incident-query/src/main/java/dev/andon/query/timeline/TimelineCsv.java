package dev.andon.query.timeline;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.andon.kernel.Phase;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * The timeline as CSV, a row for each entry. A cell that a spreadsheet would take for a formula begins with an apostrophe:
 * a finding such as {@code =HYPERLINK(…)} must not run on the machine of whoever opens the export.
 */
final class TimelineCsv {

    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private static final CsvMapper CSV = new CsvMapper();
    private static final CsvSchema COLUMNS = CSV.schemaFor(Row.class).withHeader().withLineSeparator("\r\n");

    private TimelineCsv() {}

    @JsonPropertyOrder({"entryId", "position", "type", "occurredAt", "recordedAt", "actor", "via", "channel", "summary",
        "corrected", "retracted", "assessed", "pinned"})
    record Row(
            long entryId,
            long position,
            String type,
            String occurredAt,
            String recordedAt,
            String actor,
            @Nullable String via,
            String channel,
            String summary,
            @Nullable String corrected,
            @Nullable String retracted,
            @Nullable String assessed,
            @Nullable Phase pinned) {}

    static String document(TimelineDocument document) {
        return CSV.writer(COLUMNS).writeValueAsString(
                document.entries().stream().map(TimelineCsv::row).toList());
    }

    private static Row row(TimelineDocument.Line line) {
        var corrected = line.corrected();
        var retracted = line.retracted();
        var assessed = line.assessed();
        return new Row(
                line.entryId(),
                line.position(),
                line.type(),
                line.occurredAt().toString(),
                line.recordedAt().toString(),
                harmless(line.actor().id()),
                line.actor().via() == null ? null : harmless(line.actor().via()),
                harmless(line.channel()),
                harmless(line.summary()),
                corrected == null
                        ? null
                        : harmless(corrected.stream().map(TimelineCsv::correction).collect(Collectors.joining("; "))),
                retracted == null ? null : harmless(retracted.reason()),
                assessed == null ? null : assessed.verdict() + ": " + assessed.reason(),
                line.pinned());
    }

    private static String correction(TimelineEntry.Correction correction) {
        var was = correction.text();
        var happened = correction.occurredAt();
        return correction.reason()
                + (was == null || was.from() == null ? "" : " (was: %s)".formatted(was.from()))
                + (happened == null ? "" : " (time was: %s)".formatted(happened.from()));
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
