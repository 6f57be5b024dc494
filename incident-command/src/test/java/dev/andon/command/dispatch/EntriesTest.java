package dev.andon.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.command.decision.NotFound;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.MitigationEffect;
import dev.andon.kernel.Phase;
import dev.andon.kernel.command.ApplyMitigation;
import dev.andon.kernel.command.Command;
import dev.andon.kernel.command.MergeIncident;
import dev.andon.kernel.command.PinEntry;
import dev.andon.kernel.command.RetractEntry;
import dev.andon.kernel.command.UnpinEntry;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands about an entry, on a log as the server has it. */
class EntriesTest {

    private static final IncidentId INCIDENT = IncidentId.of(1);
    private static final IncidentId OTHER = IncidentId.of(2);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private CommandProcess process;

    @BeforeEach
    void start() {
        process = new CommandProcess(SqliteEventLog.open(directory));
        send(Declarations.of(INCIDENT));
        send(Declarations.of(OTHER));
        send(new ApplyMitigation(INCIDENT, "Restart", MitigationEffect.PARTIAL, null, null));
    }

    @AfterEach
    void stop() {
        process.close();
    }

    @Test
    void anEntryOfAnotherIncidentIsNotFound() {
        assertThatThrownBy(() -> send(new PinEntry(INCIDENT, 2, Phase.REPAIR)))
                .isInstanceOf(NotFound.class)
                .hasMessage("There is no entry 2");
    }

    @Test
    void anEntryThatIsStillToComeIsNotFound() {
        assertThatThrownBy(() -> send(new UnpinEntry(INCIDENT, 4))).isInstanceOf(NotFound.class);
    }

    @Test
    void aStatementIsStruckOutAndAStepIsNot() {
        send(new RetractEntry(INCIDENT, 3, "never happened"));

        assertThatThrownBy(() -> send(new RetractEntry(INCIDENT, 1, "never happened")))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.ENTRY_NOT_RETRACTABLE));
    }

    @Test
    void aMergerStandsOnBothTimelines() {
        send(new MergeIncident(INCIDENT, OTHER, null));

        send(new PinEntry(INCIDENT, 4, Phase.DIAGNOSIS));
        send(new PinEntry(OTHER, 4, Phase.DETECTION));
    }

    private void send(Command command) {
        process.dispatch(_ -> command, null);
    }
}
