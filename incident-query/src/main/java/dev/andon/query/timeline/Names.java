package dev.andon.query.timeline;

import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.RollbackId;
import dev.andon.kernel.event.ActionItemProposed;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.IncidentEvent;
import dev.andon.kernel.event.RollbackStarted;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What the short ids inside an incident stand for, so that no reader of a sentence has to look them up. */
public final class Names {

    private static final int LONGEST = 120;
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Map<FindingId, String> findings = new HashMap<>();
    private final Map<RollbackId, String> rollbacks = new HashMap<>();
    private final Map<ActionItemId, String> actionItems = new HashMap<>();

    private Names() {}

    public static Names in(Timeline timeline) {
        var names = new Names();
        timeline.entries().forEach(entry -> names.learn(entry.event()));
        return names;
    }

    /** What this event gives a name to has it from now on. */
    void learn(IncidentEvent event) {
        if (event instanceof FindingAdded finding) {
            findings.put(finding.findingId(), finding.text());
        } else if (event instanceof RollbackStarted rollback) {
            rollbacks.put(rollback.rollbackId(), rollback.change().service() + " " + rollback.change().version());
        } else if (event instanceof ActionItemProposed proposed) {
            actionItems.put(proposed.actionItemId(), proposed.title());
        }
    }

    /** What the finding says, in full. */
    public String of(FindingId finding) {
        return findings.getOrDefault(finding, finding.value());
    }

    /** The service and the version that is rolled back. */
    public String of(RollbackId rollback) {
        return rollbacks.getOrDefault(rollback, rollback.value());
    }

    public String of(ActionItemId actionItem) {
        String title = actionItems.get(actionItem);
        return title == null ? actionItem.value() : "%s (%s)".formatted(quoted(title), actionItem);
    }

    static String quoted(String text) {
        String line = SPACE.matcher(text.strip()).replaceAll(" ");
        return "“" + (line.length() <= LONGEST ? line
                : line.substring(0,
                        line.offsetByCodePoints(0, Math.min(line.codePointCount(0, line.length()), LONGEST - 1))) + "…")
                + "”";
    }
}
