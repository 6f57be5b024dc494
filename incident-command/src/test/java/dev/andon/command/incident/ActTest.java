package dev.andon.command.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.command.decision.Refusal;
import dev.andon.kernel.IncidentStatus;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ActTest {

    static List<Arguments> inEachStatus() {
        return Stream.of(Act.values())
                .flatMap(act -> Stream.of(IncidentStatus.values()).map(status -> Arguments.of(act, status)))
                .toList();
    }

    /** The table that people are given; an x is what may be done. */
    private static final String TABLE = """
            |                    | OPEN | MITIGATED | RESOLVED | CLOSED | FALSE_ALARM | MERGED |
            | RESPOND            | x    | x         | x        |        |             |        |
            | FINISH             | x    | x         | x        | x      | x           | x      |
            | LEARN              | x    | x         | x        | x      | x           |        |
            | PUT_RIGHT          | x    | x         | x        | x      | x           | x      |
            | MITIGATE           | x    |           |          |        |             |        |
            | RESOLVE            | x    | x         |          |        |             |        |
            | REOPEN             |      |           | x        | x      | x           |        |
            | CLOSE              |      |           | x        |        |             |        |
            | MARK_FALSE_ALARM   | x    | x         | x        |        |             |        |
            | MERGE              | x    | x         | x        |        |             |        |
            | TAKE_IN            | x    | x         | x        |        |             |        |
            | PUBLISH_POSTMORTEM |      |           | x        | x      |             |        |
            """;

    @ParameterizedTest
    @MethodSource("inEachStatus")
    void whatMayBeDoneIsWhatTheTableSays(Act act, IncidentStatus status) {
        String row = TABLE.lines().filter(line -> line.startsWith("| " + act + " ")).findFirst().orElseThrow();
        boolean allowed = row.split("\\|")[status.ordinal() + 2].strip().equals("x");

        assertThat(act.refusalIn(status) == null).isEqualTo(allowed);
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void whoeverComesLateToAMergedIncidentIsToldWhereToGoAndNothingElse(Act act) {
        assertThat(act.refusalIn(IncidentStatus.MERGED)).isIn(null, Refusal.INCIDENT_MERGED);
    }
}
