package dev.andon.command.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.command.decision.Refusal;
import dev.andon.kernel.IncidentStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActTest {

    /** What the first words of each row of the documentation mean. */
    private static final Map<String, Set<Act>> NAMES = Map.ofEntries(
            Map.entry("findings, verdicts", Set.of(Act.RESPOND)),
            Map.entry("how a rollback ended", Set.of(Act.FINISH)),
            Map.entry("five whys", Set.of(Act.LEARN)),
            Map.entry("corrections", Set.of(Act.PUT_RIGHT)),
            Map.entry("mitigated", Set.of(Act.MITIGATE)),
            Map.entry("resolution", Set.of(Act.RESOLVE)),
            Map.entry("reopening", Set.of(Act.REOPEN)),
            Map.entry("closure", Set.of(Act.CLOSE)),
            Map.entry("false alarm, merge", Set.of(Act.MARK_FALSE_ALARM, Act.MERGE)),
            Map.entry("taking in", Set.of(Act.TAKE_IN)),
            Map.entry("publication", Set.of(Act.PUBLISH_POSTMORTEM)));

    @Test
    void whatMayBeDoneIsWhatTheDocumentationSays() throws Exception {
        List<String[]> rows = Files.readAllLines(Path.of("../docs/http-api.md")).stream()
                .dropWhile(line -> !line.startsWith("| what | open |"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> line.split("\\|"))
                .toList();

        assertThat(rows).hasSameSizeAs(NAMES.keySet());
        assertThat(NAMES.values().stream().flatMap(Set::stream)).containsExactlyInAnyOrder(Act.values());
        NAMES.forEach((name, acts) -> {
            String[] row = rows.stream().filter(cells -> cells[1].startsWith(" " + name)).findFirst().orElseThrow();
            for (IncidentStatus status : IncidentStatus.values()) {
                assertThat(acts).as(name + " " + status).allSatisfy(act -> assertThat(act.refusalIn(status) == null)
                        .isEqualTo(row[status.ordinal() + 2].strip().equals("✓")));
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void whoeverComesLateToAMergedIncidentIsToldWhereToGoAndNothingElse(Act act) {
        assertThat(act.refusalIn(IncidentStatus.MERGED)).isIn(null, Refusal.INCIDENT_MERGED);
    }
}
