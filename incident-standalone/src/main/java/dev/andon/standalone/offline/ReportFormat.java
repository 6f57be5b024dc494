package dev.andon.standalone.offline;

import dev.andon.eventstore.Verification;
import java.io.PrintWriter;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How a report is written; the names are what somebody types. */
enum ReportFormat {

    text {
        @Override
        void print(Report report, PrintWriter out) {
            Verification verification = report.verification();
            out.println("Checked:");
            report.checked().forEach(
                    check -> out.printf(Locale.ROOT, "  %-4s %s%n", Report.nameOf(check), check.sentence()));
            verification.firstRecordedAt().ifPresentOrElse(
                    first -> out.printf(Locale.ROOT,
                            "%,d events in %,d commits, at positions 1 to %d, recorded from %s to %s%n",
                            verification.events(), verification.commits(), verification.head().position(), first,
                            verification.head().recordedAt()),
                    () -> out.println("No commits"));
            verification.firstFault().ifPresentOrElse(
                    fault -> {
                        out.printf(Locale.ROOT, "AT FAULT at position %d (%s): %s%n", fault.position(),
                                Report.nameOf(fault.invariant()), fault.sentence());
                        out.printf(Locale.ROOT, "Sound up to position %d%n", verification.soundUpTo());
                    },
                    () -> out.println("Sound"));
            if (verification.commits() > 0) {
                out.println("Head: " + report.head());
            }
            out.flush();
        }
    },

    json {
        @Override
        void print(Report report, PrintWriter out) {
            Verification verification = report.verification();
            ObjectNode json = JsonMapper.shared().createObjectNode()
                    .put("sound", verification.isSound())
                    .put("soundUpTo", verification.soundUpTo())
                    .put("commits", verification.commits())
                    .put("events", verification.events());
            verification.firstRecordedAt().ifPresent(first -> json.put("firstRecordedAt", first.toString())
                    .put("lastRecordedAt", verification.head().recordedAt().toString()));
            json.putObject("head").put("position", verification.head().position())
                    .put("hash", verification.head().hash().hex());
            json.put("bookmark", report.head().toString());
            ObjectNode checked = json.putObject("checked");
            report.checked().forEach(check -> checked.put(Report.nameOf(check), check.sentence()));
            verification.firstFault().ifPresent(fault -> json.putObject("firstFault")
                    .put("position", fault.position())
                    .put("invariant", Report.nameOf(fault.invariant()))
                    .put("sentence", fault.sentence()));
            out.println(JsonMapper.shared().writeValueAsString(json));
            out.flush();
        }
    };

    abstract void print(Report report, PrintWriter out);
}
